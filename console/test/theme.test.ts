import { theme } from 'antd';
import { describe, expect, it } from 'vitest';
import { PRIORITY_COLOURS, STATUS_COLOURS } from '../src/status';
import { DARK, LIGHT } from '../src/ui/theme';
import { VISIT_COLOURS } from '../src/visit/visits';

const LEAST = 4.5;

const channels = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
const luminance = (hex: string) => channels(hex).map(each => (each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)).reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at]!, 0);
/** As WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours that tags have, by name. */
const TAGS = [...new Set([...Object.values(STATUS_COLOURS), ...Object.values(VISIT_COLOURS), ...Object.values(PRIORITY_COLOURS), 'gold', 'green', 'red', 'blue'])].filter(each => each !== 'default');

describe.each([['light', LIGHT], ['dark', DARK]])('in the %s look', (_, config) => {
  const token = theme.getDesignToken(config) as unknown as Record<string, string>;

  it.each(TAGS)('a %s tag can be read', colour => {
    for (const name of [`${colour}7`, `${colour}-7`]) expect(contrast(token[name]!, token[`${colour}1`]!), name).toBeGreaterThanOrEqual(LEAST);
  });

  it.each(['colorTextDescription', 'colorTextPlaceholder', 'colorError', 'colorLink', 'colorLinkHover', 'colorLinkActive'])('%s can be read on every ground', name => {
    for (const ground of ['colorBgContainer', 'colorBgElevated', 'colorBgLayout']) expect(contrast(token[name]!, token[ground]!), ground).toBeGreaterThanOrEqual(LEAST);
  });

  it('a number on a badge can be read', () => {
    expect(contrast('#ffffff', config.components?.Badge?.colorError ?? token.colorError!)).toBeGreaterThanOrEqual(LEAST);
  });

  it('the words on a main button can be read', () => {
    expect(contrast('#ffffff', token.colorPrimary!)).toBeGreaterThanOrEqual(LEAST);
    expect(contrast('#ffffff', DARK.components!.Button!.colorPrimaryHover!)).toBeGreaterThanOrEqual(LEAST);
  });
});
