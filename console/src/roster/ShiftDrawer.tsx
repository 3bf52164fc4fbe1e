import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../board/api';
import { useMe } from '../session';
import { showWindow } from '../time';
import { wordOf } from '../ui/words';
import { useFocusBack } from '../ui/useFocusBack';
import { HandoverNote } from './HandoverNote';
import { useColleagues } from './people';
import { ShiftSteps } from './ShiftSteps';
import { stepsOf } from './steps';

/** One shift with its swap, its note and what can be done. */
export function ShiftDrawer({ shift, duty, mine, onClose }: { shift: Shift; duty: string; mine: readonly Shift[]; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const { nameOf } = useColleagues();
  return (
    <Drawer open onClose={onClose} title={`${nameOf(shift.person)} · ${duty}`} data-testid="shift-drawer">
      <dl className="facts">
        <dt>{t('field.time')}</dt><dd>{showWindow(shift.startsAt, shift.endsAt)}</dd>
        <dt>{t('list.status')}</dt><dd data-testid="shift-status" data-status={shift.status}>{wordOf(t, 'enums.shift', shift.status)}</dd>
        {shift.colleague && <><dt>{t('field.colleague')}</dt><dd>{nameOf(shift.colleague)}</dd></>}
        {shift.swapReason && <><dt>{t('detail.reason')}</dt><dd>{shift.swapReason}</dd></>}
        {shift.withdrawnBecause && <><dt>{t('field.withdrawnBecause')}</dt><dd>{shift.withdrawnBecause}</dd></>}
      </dl>
      {shift.status !== 'DRAFTED' && <HandoverNote shift={shift} />}
      <ShiftSteps shift={shift} steps={stepsOf(shift, useMe(), mine, Date.now())} />
    </Drawer>
  );
}
