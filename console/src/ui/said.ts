import dayjs from 'dayjs';

/*
 * What an address says may be old, cut off by a mail program or typed by hand. What cannot be read counts as not said: the page shows what it
 * shows without it, and no list is asked for something that does not exist.
 */

export const EARLIEST = 2000;
export const LATEST = 2100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One of the values there are. */
export const oneOf = <T extends string>(values: readonly T[], said: string | undefined): T | undefined => values.find(value => value === said);

/** A day there is, `2026-11-27`. */
export function dayOf(said: string | undefined): string | undefined {
  if (!said || !/^\d{4}-\d\d-\d\d$/.test(said)) return undefined;
  const year = Number(said.slice(0, 4));
  return year >= EARLIEST && year < LATEST && dayjs(said).format('YYYY-MM-DD') === said ? said : undefined;
}

/** A month there is, `2026-11`. */
export const monthOf = (said: string | undefined): string | undefined => dayOf(said && `${said}-01`)?.slice(0, 7);

export const idOf = (said: string | undefined): string | undefined => (said && UUID.test(said) ? said : undefined);

/** A whole number from 0 on. */
export const numberOf = (said: string | undefined): string | undefined => (said && /^\d{1,9}$/.test(said) ? said : undefined);
