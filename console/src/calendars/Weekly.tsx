import { useTranslation } from 'react-i18next';
import { wordOf } from '../ui/words';
import { type Week, WEEKDAYS } from './api';

/** Working weeks in words, each from its day on. */
export function Weekly({ weeks }: { weeks: readonly Week[] }) {
  const { t } = useTranslation();
  return (
    <>
      {weeks.map(week => (
        <div key={week.from ?? ''} data-testid="week">
          {weeks.length > 1 && <h3>{week.from ? t('calendars.since', { day: week.from }) : t('calendars.always')}</h3>}
          <dl className="facts">{WEEKDAYS.map(day => <div key={day} className="pair"><dt>{wordOf(t, 'enums.weekday', day)}</dt><dd>{week.hours?.[day]?.join(t('app.comma')) || t('calendars.free')}</dd></div>)}</dl>
        </div>
      ))}
    </>
  );
}
