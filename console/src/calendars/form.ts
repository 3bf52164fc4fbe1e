import { type Content, type SpecialDay, type Weekday, WEEKDAYS } from './api';
import { intervalsOf } from './days';

export type Mode = 'base' | 'free' | 'work';
export interface WeekValues {
  from?: string;
  days: Record<Weekday, { mode: Mode; hours?: string }>;
}
/** What the form holds. */
export interface Values {
  title?: string;
  zone?: string;
  weeks?: WeekValues[];
  days?: SpecialDay[];
}

/** @param overlay whether a weekday that is not mentioned is as the base says; otherwise it is free */
export function valuesOf(content: Content, overlay: boolean): Values {
  return {
    title: content.title, zone: content.zone, days: (content.days ?? []) as SpecialDay[],
    weeks: (content.weeks ?? []).map(({ from, hours }) => ({
      from: from ?? undefined,
      days: Object.fromEntries(WEEKDAYS.map(day => {
        const intervals = hours?.[day];
        return [day, intervals === undefined && overlay ? { mode: 'base' } : intervals?.length ? { mode: 'work', hours: intervals.join(', ') } : { mode: 'free' }];
      })) as WeekValues['days'],
    })),
  };
}

export const freshWeek = (overlay: boolean): WeekValues => ({ days: Object.fromEntries(WEEKDAYS.map(day => [day, { mode: overlay ? 'base' : 'free' }])) as WeekValues['days'] });

/** What the service takes; a weekday as the base has it is not mentioned. */
export function contentOf(values: Values, base: string | undefined): Content {
  return {
    title: values.title, ...(base ? { base } : {}), ...(values.zone ? { zone: values.zone } : {}),
    weeks: (values.weeks ?? []).map(({ from, days }) => ({
      ...(from ? { from } : {}),
      hours: Object.fromEntries(WEEKDAYS.flatMap(day => {
        const { mode, hours } = days[day];
        return mode === 'base' || (mode === 'free' && !base) ? [] : [[day, mode === 'free' ? [] : intervalsOf(hours ?? '') ?? []]];
      })),
    })),
    days: (values.days ?? []).toSorted((a, b) => a.date.localeCompare(b.date)),
  } as Content;
}
