import { useTranslation } from 'react-i18next';
import type { Visit } from '../api';
import { showTime } from '../time';
import { VisitStatusTag } from '../visit/VisitStatusTag';
import type { Bar } from './ScheduleBoard';
import { ofEngineer } from './plan';

interface Props {
  engineers: { id: string; name: string }[];
  visits: Visit[];
  bars: Bar[];
  onOpen: (id: string) => void;
}

/** The same day as a list by engineer: for phones, and for whoever does not see the picture. */
export function BoardList({ engineers, visits, bars, onOpen }: Props) {
  const { t } = useTranslation();
  const lines = new Map(bars.map(bar => [bar.id, bar.lines]));
  return (
    <div data-testid="board-list">
      {engineers.map(engineer => {
        const own = ofEngineer(visits, engineer.id);
        return (
          <section key={engineer.id} className="panel" aria-label={engineer.name}>
            <h2>{engineer.name}</h2>
            {own.length === 0 && <p className="quiet">{t('field.free')}</p>}
            <ul className="parts">
              {own.map(visit => (
                <li key={visit.id} data-testid="board-visit" data-number={visit.number}>
                  <div>
                    <button type="button" className="plain" onClick={() => onOpen(visit.id)}>{lines.get(visit.id)?.[0] ?? visit.number}</button> <VisitStatusTag status={visit.status} />
                    <div className="quiet">{showTime(visit.windowStart)}–{showTime(visit.windowEnd).slice(11)} · {visit.number}</div>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
