import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../../admin/useFilter';
import { CustomerSearch } from '../../open/CustomerPicker';
import { NARROWED, type Narrowed } from '../links';
import { daysOf, PERIODS, spanOf, USUAL } from '../period';

/** What all figures are narrowed to, in the address. */
export function useNarrowed() {
  const use = useFilter(...NARROWED);
  const narrowed: Narrowed = use.filter;
  const span = spanOf(narrowed, Date.now());
  return { ...use, narrowed, span, asked: { ...span, customerId: narrowed.customer } };
}

export function Filters({ use: { narrowed, span, set, clear, filtered } }: { use: ReturnType<typeof useNarrowed> }) {
  const { t } = useTranslation();
  const period = PERIODS.find(each => each === narrowed.period) ?? USUAL;
  const [from, to] = daysOf(span);
  return (
    <div className="filters" role="search">
      <Select aria-label={t('business.period')} data-testid="filter-period" value={period} options={PERIODS.map(value => ({ value, label: t(`business.periods.${value}`) }))}
        onChange={value => set(value === 'picked' ? { period: value, from, to } : { period: value === USUAL ? undefined : value, from: undefined, to: undefined })} />
      {period === 'picked' && (
        <DatePicker.RangePicker data-testid="filter-range" value={[dayjs(from), dayjs(to)]} allowClear={false} aria-label={t('business.periods.picked')}
          onChange={range => set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })} />
      )}
      <CustomerSearch label={t('business.customer')} value={narrowed.customer} onChange={customer => set({ customer })} />
      {filtered && <Button type="link" onClick={clear} data-testid="clear-filters">{t('list.clear')}</Button>}
      <span className="quiet" data-testid="span">{t('business.days2', { from, to })}</span>
    </div>
  );
}
