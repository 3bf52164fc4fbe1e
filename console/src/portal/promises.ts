import type { MyPromise } from './api';

/** Not done in time and still to do, then what runs, the next due on top. */
export const mattering = (promises: readonly MyPromise[]): MyPromise[] =>
  promises.filter(each => each.state === 'OPEN' || each.state === 'BROKEN')
    .toSorted((one, other) => Number(one.state === 'OPEN') - Number(other.state === 'OPEN') || Date.parse(one.dueAt ?? one.promisedFor) - Date.parse(other.dueAt ?? other.promisedFor));

export const ended = (promises: readonly MyPromise[]): MyPromise[] => promises.filter(each => each.state === 'KEPT' || each.state === 'VOID');

const FEW = 3;
/** What comes next, and by when. */
export const nextOf = (promises: readonly MyPromise[]): MyPromise[] =>
  promises.filter(each => each.state === 'OPEN' && each.dueAt).toSorted((one, other) => Date.parse(one.dueAt!) - Date.parse(other.dueAt!)).slice(0, FEW);
