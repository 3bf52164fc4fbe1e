import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DAYS, PICKED, USUAL_DAYS } from './audit/period';

interface Props {
  days?: string;
  from?: string;
  to?: string;
  set: (changes: { days?: string; from?: string; to?: string }) => void;
}

/** The last so many days, or days picked by hand. */
export function Period({ days = USUAL_DAYS, from, to, set }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Select aria-label={t('admin.period')} data-testid="filter-days" value={days} onChange={value => set(value === PICKED ? { days: value } : { days: value === USUAL_DAYS ? undefined : value, from: undefined, to: undefined })}
        options={[...DAYS.map(value => ({ value: value as string, label: t('admin.lastDays', { number: value }) })), { value: PICKED, label: t('admin.pickDays') }]} />
      {days === PICKED && (
        <DatePicker.RangePicker data-testid="filter-range" value={[from ? dayjs(from) : null, to ? dayjs(to) : null]} allowEmpty={[true, true]}
          onChange={range => set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })} aria-label={t('admin.pickDays')} />
      )}
    </>
  );
}
