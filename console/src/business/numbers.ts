import i18n from 'i18next';
import type { TFunction } from 'i18next';

/** A share from 0 to 1; two digits are all that the services give, so that nothing becomes 100 % which is not. */
export const percent = (share: number | null | undefined): string =>
  share == null ? '—' : new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 2 }).format(share);

export const count = (number: number): string => new Intl.NumberFormat(i18n.language).format(number);

export const score = (average: number | null | undefined): string => (average == null ? '—' : average.toFixed(2));

/** Minutes as people say them: up to an hour, up to a day, beyond. */
export function length(minutes: number | null | undefined, t: TFunction): string {
  if (minutes == null) return '—';
  const whole = Math.round(minutes);
  if (whole === 0 && minutes > 0) return t('business.lessThanAMinute');
  if (whole < 60) return t('business.minutes', { minutes: whole });
  if (whole < 1440) return whole % 60 ? t('business.hoursMinutes', { hours: Math.floor(whole / 60), minutes: whole % 60 }) : t('business.hours', { hours: whole / 60 });
  const hours = Math.round(whole / 60);
  return hours % 24 ? t('business.daysHours', { days: Math.floor(hours / 24), hours: hours % 24 }) : t('business.days', { days: hours / 24 });
}

/** 12,345.60 CNY. */
export const money = (amount: string, currency: string): string => {
  const digits = amount.split('.')[1]?.length ?? 0;
  return `${new Intl.NumberFormat(i18n.language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Number(amount))} ${currency}`;
};

/** 2026年10月, October 2026. */
export const monthName = (month: string): string =>
  new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
