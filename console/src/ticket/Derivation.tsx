import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../api';
import { showTime } from '../time';
import { stretchesOf, sums, type Why } from './stretches';

const MINUTE_MS = 60_000;

function lengthOf(millis: number, t: TFunction): string {
  const all = Math.round(millis / MINUTE_MS);
  const [days, hours, minutes] = [Math.floor(all / 1440), Math.floor(all / 60) % 24, all % 60];
  if (days) return t('desk.days', { days, hours });
  return hours ? t('desk.hours', { hours, minutes }) : t('desk.minutes', { minutes });
}

const nameOf = (why: Why, t: TFunction) => (why === 'COUNTED' ? t('desk.counted') : t(`enums.notCounted.${why}`));

/** The way from the start to the due time as one bar: what counted, what did not and why. The sentences below it say the same. */
export function Derivation({ why }: { why: Explanation }) {
  const { t } = useTranslation();
  const stretches = stretchesOf(why);
  if (!stretches.length) return null;
  const told = sums(stretches).map(each => `${nameOf(each.why, t)} ${lengthOf(each.time, t)}`);
  return (
    <figure className="derivation" data-testid="derivation">
      <div className="stretches" role="img" aria-label={told.join(t('app.comma'))}>
        {stretches.map(({ why: kind, time, ahead }, index) => (
          <span key={index} data-why={kind} data-ahead={ahead} style={{ flexGrow: time }} title={`${nameOf(kind, t)} ${lengthOf(time, t)}`} />
        ))}
      </div>
      <div className="ends quiet"><span>{showTime(why.steps[0]?.at)}</span>{why.dueAt && <span>{showTime(why.dueAt)}</span>}</div>
      <figcaption>
        {sums(stretches).map(each => <span key={each.why}><i data-why={each.why} aria-hidden />{nameOf(each.why, t)} {lengthOf(each.time, t)}</span>)}
      </figcaption>
    </figure>
  );
}
