import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { DatePicker, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../admin/useFilter';
import { inZone } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import { type Due as DueAnswer, due, type WorkingTime, workingTime } from './api';
import { weekdayOf } from './days';
import { localTime, spanOf, wallOf } from './words';

const FORMAT = 'YYYY-MM-DDTHH:mm';
const UNITS = ['H', 'M'] as const;

/** When something is due by this calendar, and how much of a time counts. What is asked stands in the address. */
export function Due({ name }: { name: string }) {
  const { t } = useTranslation();
  const { filter, set } = useFilter('from', 'amount', 'unit', 'until');
  const from = filter.from ?? inZone(Date.now()).startOf('hour').format(FORMAT);
  const amount = Number(filter.amount ?? 4);
  const unit = UNITS.find(each => each === filter.unit) ?? 'H';
  const found = useQuery({ queryKey: ['due', name, from, amount, unit], queryFn: ({ signal }) => due(name, from, `PT${amount}${unit}`, signal), enabled: amount > 0, retry: false, staleTime: 60_000 });
  const counted = useQuery({ queryKey: ['working-time', name, from, filter.until], queryFn: ({ signal }) => workingTime(name, from, filter.until!, signal), enabled: Boolean(filter.until), retry: false, staleTime: 60_000 });
  const picker = (value: string | undefined, label: string, testId: string, field: 'from' | 'until') => (
    <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={field === 'until'} aria-label={label} placeholder={label} value={localTime(value)} onChange={picked => set({ [field]: picked?.format(FORMAT) })} data-testid={testId} />
  );
  return (
    <section className="panel" data-testid="due">
      <h2>{t('calendars.due.about')}</h2>
      <div className="filters">
        <span>{t('calendars.due.from')}</span>{picker(from, t('calendars.due.from'), 'due-from', 'from')}
        <span>{t('calendars.due.amount')}</span>
        <Space.Compact>
          <InputNumber aria-label={t('calendars.due.amount')} min={1} max={99_999} precision={0} value={amount} onChange={value => set({ amount: value === null ? undefined : String(value) })} data-testid="due-amount" />
          <Select aria-label={t('calendars.due.amount')} value={unit} onChange={picked => set({ unit: picked })} options={UNITS.map(value => ({ value, label: t(`calendars.due.unit.${value}`) }))} style={{ width: 90 }} data-testid="due-unit" />
        </Space.Compact>
      </div>
      <Answer query={found}>{answer => <p className="answer" data-testid="due-at">{t('calendars.due.result', { time: wallOf(answer.due), weekday: wordOf(t, 'enums.weekday', weekdayOf(answer.due.slice(0, 10))) })}</p>}</Answer>
      <h2>{t('calendars.due.between')}</h2>
      <div className="filters"><span>{t('calendars.due.until')}</span>{picker(filter.until, t('calendars.due.until'), 'due-until', 'until')}</div>
      {filter.until && <Answer query={counted}>{answer => <p className="answer" data-testid="working-time">{t('calendars.due.counted', { time: spanOf(answer.counted, t) })}</p>}</Answer>}
    </section>
  );
}

function Answer<T extends DueAnswer | WorkingTime>({ query, children }: { query: UseQueryResult<T>; children: (answer: T) => React.ReactNode }) {
  const { t } = useTranslation();
  if (query.error) return <ProblemNote error={query.error} />;
  if (!query.data) return <Waiting />;
  return (
    <div aria-live="polite">
      {children(query.data)}
      <p className="quiet">{query.data.notCounted.length ? t('calendars.due.notCounted') : t('calendars.due.all')}</p>
      <ul className="special">{query.data.notCounted.map(lost => <li key={lost.name ?? ''} data-testid="not-counted"><span>{lost.name ?? t('calendars.due.offHours')}</span> <span className="quiet">{spanOf(lost.time, t)}</span></li>)}</ul>
    </div>
  );
}
