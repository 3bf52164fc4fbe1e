import { Calendar as Month, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { inZone } from '../time';
import type { Calendar, Content } from './api';
import { dayOf, specialDaysOf, stretchesOf, yearsOf } from './days';
import { Weekly } from './Weekly';
import { dateWithWeekday, sentenceOf } from './words';

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** Twelve small months; beside them the same in words. */
export function Year({ calendar, year: asked, onYear }: { calendar: Calendar; year?: number; onYear: (year: number) => void }) {
  const { t } = useTranslation();
  const now = Number(inZone(Date.now()).format('YYYY'));
  const year = asked ?? now;
  const special = stretchesOf(specialDaysOf(calendar.whole, year));
  const own = new Set((calendar.content.days ?? []).map(each => each.date));
  return (
    <>
      <div className="filters">
        <Select aria-label={t('calendars.year')} value={year} onChange={onYear} options={[...new Set([...yearsOf(calendar.whole, now), year])].toSorted((a, b) => a - b).map(value => ({ value, label: String(value) }))} data-testid="calendar-year" />
        <span className="quiet">{t('calendars.legend')}</span>
      </div>
      <div className="year" data-testid="year" data-year={year}>{MONTHS.map(month => <SmallMonth key={`${year} ${month}`} whole={calendar.whole} first={dayjs(`${year}-01-01`).add(month, 'month')} />)}</div>
      <div className="year-words">
        <section className="panel" aria-labelledby="special-days">
          <h2 id="special-days">{t('calendars.special', { year })}</h2>
          {!special.length && <p className="quiet">{t('calendars.noSpecial')}</p>}
          <ul className="special" data-testid="special-days">
            {special.map(({ first, last }) => (
              <li key={first.date} data-testid="special-day" data-date={first.date}>
                <span className="nowrap">{dateWithWeekday(first.date, t)}</span>{last !== first && <> {t('calendars.to')} <span className="nowrap">{dateWithWeekday(last.date, t)}</span></>} <strong>{first.name}</strong> <span>{sentenceOf(dayOf(calendar.whole, first.date), t)}</span>{' '}
                <span className="quiet">{!own.has(first.date) ? t('calendars.day.ofBase') : first.source ? t('calendars.day.source') : t('calendars.day.own')}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className="panel" aria-labelledby="weekly"><h2 id="weekly">{t('calendars.weekly')}</h2><Weekly weeks={calendar.whole.weeks ?? []} /></section>
      </div>
    </>
  );
}

/** One month; its days only, for the others stand in their own. */
function SmallMonth({ whole, first }: { whole: Content; first: Dayjs }) {
  const { t } = useTranslation();
  const cell = (date: Dayjs) => {
    if (!date.isSame(first, 'month')) return <span />;
    const { hours, mark, special } = dayOf(whole, date.format('YYYY-MM-DD'));
    return (
      <span className="day" data-mark={mark} data-worked={hours.length > 0} title={special ? [special.name, hours.join(' ')].filter(Boolean).join(' ') : hours.join(' ')} data-date={date.format('YYYY-MM-DD')}>
        {date.date()}{mark && <b>{t(`calendars.${mark}`)}</b>}
      </span>
    );
  };
  return <div className="month"><h2>{first.format('YYYY-MM')}</h2><Month value={first} fullscreen={false} mode="month" headerRender={() => null} fullCellRender={cell} /></div>;
}
