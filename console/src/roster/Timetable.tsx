import { useTranslation } from 'react-i18next';
import type { Shift } from '../board/api';
import { useWide } from '../ui/useWide';
import { wordOf } from '../ui/words';
import type { Gap } from './api';
import { dayOfShift, gapDays, hoursOf, isWeekend, timetableOf } from './month';
import { useColleagues } from './people';

interface Props {
  days: string[];
  shifts: Shift[];
  gaps: Gap[];
  onOpen: (id: string) => void;
}

/** A month as rosters hang on walls: a line for each person, a column for each day; on a phone a list of days. */
export function Timetable({ days, shifts, gaps, onOpen }: Props) {
  const { t } = useTranslation();
  const wide = useWide();
  const { nameOf } = useColleagues();
  const table = timetableOf(shifts);
  const short = gapDays(gaps, days);
  const button = (shift: Shift, text: string) => (
    <button key={shift.id} type="button" className="shift" onClick={() => onOpen(shift.id)} data-testid="shift" data-person={shift.person} data-status={shift.status}
      aria-label={[nameOf(shift.person), dayOfShift(shift), hoursOf(shift), wordOf(t, 'enums.shift', shift.status)].join(' ')}>{text}</button>
  );
  if (!wide) {
    return (
      <ul className="parts" data-testid="timetable">
        {days.filter(day => short.has(day) || table.people.some(person => table.at(person, day).length > 0)).map(day => (
          <li key={day}>
            <div>
              <strong>{day.slice(5)}</strong> {short.has(day) && <span className="bad">{t('field.gap')}</span>}
              {table.people.flatMap(person => table.at(person, day)).map(shift => button(shift, `${hoursOf(shift)} ${nameOf(shift.person)}`))}
            </div>
          </li>
        ))}
      </ul>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys.
    <div className="timetable-pane" tabIndex={0} role="region" aria-label={t('page.roster')}>
      <table className="timetable" data-testid="timetable">
        <thead><tr><th scope="col">{t('field.person')}</th>{days.map(day => <th key={day} scope="col" data-rest={isWeekend(day)} data-gap={short.has(day)}>{Number(day.slice(8))}{short.has(day) && <span className="bad" title={t('field.gap')}> !</span>}</th>)}</tr></thead>
        <tbody>
          {table.people.map(person => (
            <tr key={person}>
              <th scope="row">{nameOf(person)}</th>
              {days.map(day => <td key={day} data-rest={isWeekend(day)}>{table.at(person, day).map(shift => button(shift, hoursOf(shift, true)))}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
