import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../admin/useFilter';
import type { Ticket } from '../api';
import { useNow } from '../ui/useNow';
import { nextOf } from './promises';
import { usePromises } from './usePromises';
import { momentOf } from './when';

const TICK_MS = 30_000;

/** Right after the report: we have it, and this comes next, by when. */
export function JustOpened({ ticket }: { ticket: Ticket }) {
  const { filter, set } = useFilter('opened');
  return filter.opened ? <Next ticket={ticket} onClose={() => set({ opened: undefined })} /> : null;
}

function Next({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const now = useNow(TICK_MS);
  const promises = usePromises(ticket.id);
  const next = nextOf(promises.data ?? []);
  return (
    <Alert type="success" showIcon className="note" closable={{ onClose }} title={t('portal.report.sent')} data-testid="just-opened"
      description={(
        <>
          <p>{t('portal.report.number', { number: ticket.number })}</p>
          <strong>{t('portal.report.next')}</strong>
          {promises.data?.length === 0 && <p role="status">{t('portal.report.nextWaits')}</p>}
          <ol data-testid="what-next">{next.map(each => <li key={each.id}>{each.name}{t('app.colon')}{t('portal.promise.by', { time: momentOf(each.dueAt!, now, t) })}</li>)}</ol>
          <p>{t('portal.report.nextPlain')}</p>
        </>
      )} />
  );
}
