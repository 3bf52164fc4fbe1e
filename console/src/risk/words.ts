import type { TFunction } from 'i18next';
import { millisOf, remaining } from '../time';

const MINUTE = 60_000;

/** `2 小时 5 分`: as fine as somebody who decides what to do next needs it. @param millis at least 0 */
export function spanOf(millis: number, t: TFunction): string {
  const { days, hours, minutes } = remaining(new Date(millis).toISOString(), 0);
  if (days) return hours ? t('risk.span.days', { days, hours }) : t('risk.span.day', { days });
  if (hours) return minutes ? t('risk.span.hours', { hours, minutes }) : t('risk.span.hour', { hours });
  return millis < MINUTE ? t('risk.span.none') : t('risk.span.minutes', { minutes });
}

/** How long it is until the due time, or since. */
export function untilDue(dueAt: string, now: number, t: TFunction): { late: boolean; text: string } {
  const left = Date.parse(dueAt) - now;
  return { late: left < 0, text: t(left < 0 ? 'risk.over' : 'risk.left', { span: spanOf(Math.abs(left), t) }) };
}

/** A step of a ladder, `50%`, `due`, `due+PT1H`, `due-PT30M`, `due+PT4H working`, as people say it. */
export function stepOf(step: string, t: TFunction): string {
  const percent = /^(\d+)%$/.exec(step);
  if (percent) return t('risk.step.percent', { percent: percent[1] });
  const [, sign, length, working] = /^due(?:([+-])(\S+))?( working)?$/.exec(step) ?? [];
  const text = sign && length ? t(sign === '+' ? 'risk.step.after' : 'risk.step.before', { span: spanOf(millisOf(length), t) }) : t('risk.step.due');
  return working ? text + t('risk.step.working') : text;
}
