import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import '../i18n';
import { useTitleOf } from '../../shell/titles';
import { useFilter } from '../useFilter';
import { DeadLetterList } from './DeadLetterList';
import { ParkedList } from './ParkedList';

/** Events that could not be applied: those that wait for somebody, and those that nobody can read. */
export function ParkedPage() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const { filter, set } = useFilter('view', 'topic', 'cause', 'open');
  const dead = filter.view === 'dead';
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'parked' })}</h1></div>
      <p className="quiet">{t(dead ? 'admin.dead.about' : 'admin.parked.about')}</p>
      <div className="filters">
        <Segmented aria-label={titleOf({ name: 'parked' })} data-testid="parked-view" value={dead ? 'dead' : 'parked'}
          onChange={value => set({ view: value === 'dead' ? 'dead' : undefined, topic: undefined, cause: undefined, open: undefined })}
          options={[{ value: 'parked', label: t('admin.parked.tab') }, { value: 'dead', label: t('admin.dead.tab') }]} />
      </div>
      {dead ? <DeadLetterList /> : <ParkedList />}
    </>
  );
}
