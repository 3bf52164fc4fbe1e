import { expect, it } from 'vitest';
import { withQuery } from '../src/http';
import { nextCursor, rowsOf } from '../src/list/paging';

const page = (ids: string[], next: string | null) => ({ items: ids.map(id => ({ id })), next });

it('goes on with the cursor and stops without one', () => {
  expect(nextCursor(page(['a'], 'c1'))).toBe('c1');
  expect(nextCursor(page(['a'], null))).toBeUndefined();
});

it('joins pages, a row that moved appears once', () => {
  expect(rowsOf([page(['a', 'b'], 'c1'), page(['b', 'c'], null)]).map(row => row.id)).toEqual(['a', 'b', 'c']);
  expect(rowsOf(undefined)).toEqual([]);
});

it('leaves unset filters out of the address', () => {
  expect(withQuery('/api/tickets', { status: undefined, query: '打印 机', mine: true, cursor: null, limit: 20 }))
    .toBe('/api/tickets?query=%E6%89%93%E5%8D%B0+%E6%9C%BA&mine=true&limit=20');
  expect(withQuery('/api/tickets', {})).toBe('/api/tickets');
});
