import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Attainment, Punctuality, SurveySummary } from '../api';
import { count, percent, score } from '../numbers';
import { type Narrowed, promisesAt, surveysAt } from '../links';

interface Tile { name: string; title: string; value: string; note?: string; to?: string; tone?: 'bad' | 'good' }

/** What a manager wants to know before everything else. A figure that is not known yet is a dash. */
export function Tiles({ total, visits, surveys, narrowed }: { total?: Attainment; visits?: Punctuality; surveys?: SurveySummary; narrowed: Narrowed }) {
  const { t } = useTranslation();
  const decided = total && total.met + total.breached;
  const tiles: Tile[] = [
    { name: 'rate', title: t('business.tile.rate'), value: percent(total?.attainment), note: total && t('business.tile.ofDecided', { kept: count(total.met), decided: count(decided ?? 0) }), to: total && promisesAt(narrowed, {}) },
    { name: 'due', title: t('business.tile.due'), value: total ? count(total.total) : '—', to: total && promisesAt(narrowed, {}) },
    { name: 'broken', title: t('business.tile.broken'), value: total ? count(total.breached) : '—', to: total && promisesAt(narrowed, { verdict: 'BROKEN' }), tone: total?.breached ? 'bad' : undefined },
    { name: 'open', title: t('business.tile.open'), value: total ? count(total.open) : '—', to: total && promisesAt(narrowed, { verdict: 'OPEN' }) },
    { name: 'punctual', title: t('business.tile.punctual'), value: percent(visits?.punctual), note: visits && t('business.tile.ofVisits', { count: visits.visits }), to: visits && promisesAt(narrowed, { kind: 'ARRIVAL' }) },
    { name: 'satisfaction', title: t('business.tile.satisfaction'), value: score(surveys?.average), note: surveys && t('business.tile.ofAnswers', { count: surveys.answers }), to: surveys?.answers ? surveysAt(narrowed, {}) : undefined },
  ];
  return <ul className="tiles" data-testid="tiles">{tiles.map(tile => <li key={tile.name}><Inside tile={tile} /></li>)}</ul>;
}

function Inside({ tile: { name, title, value, note, to, tone } }: { tile: Tile }) {
  const content = <><div className="quiet">{title}</div><div className="tile-value" data-tone={tone} data-testid={`tile-${name}`}>{value}</div>{note && <div className="quiet">{note}</div>}</>;
  return to ? <Link to={to}>{content}</Link> : <div className="tile">{content}</div>;
}
