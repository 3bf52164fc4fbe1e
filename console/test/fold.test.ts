import { expect, it } from 'vitest';
import { holds } from '../src/ui/fold';

it.each([['ｗｉｆｉ', 'Wi-Fi 路由器'], ['收银机　打印', '收银机打印机'], ['TMU220B', 'ＴＭ－Ｕ２２０Ｂ'], ['', '李工']])('finds %s in %s', (typed, label) => {
  expect(holds(typed, { label })).toBe(true);
});

it('finds nothing in what does not hold it, or in nothing', () => {
  expect(holds('王工', { label: '李工' })).toBe(false);
  expect(holds('王工')).toBe(false);
});
