import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData, Series, Tone } from './data';

/** Colours of the present look. */
export type Palette = Record<Tone | 'text' | 'quiet' | 'line' | 'surface' | 'font', string>;

const NAMES = ['brand', 'good', 'warn', 'bad', 'faint', 'remote', 'text', 'quiet', 'line', 'surface'] as const;

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  // The library measures texts by itself, so it must be told by which font.
  return { ...Object.fromEntries(NAMES.map(name => [name, style.getPropertyValue(`--${name}`).trim()])), font: style.fontFamily } as Palette;
}

/** Labels of the bars' own values stand beside them where there is one series only: elsewhere they would cover each other. */
function seriesOf({ shape, stacked, series, write }: ChartData, palette: Palette, { name, values, tone }: Series) {
  const labelled = series.length === 1;
  return {
    name, type: shape === 'line' ? 'line' : 'bar', data: values, itemStyle: { color: palette[tone] }, stack: stacked ? 'all' : undefined, barMaxWidth: shape === 'bars' ? 18 : 36, connectNulls: false, symbolSize: 8,
    emphasis: { disabled: true }, labelLayout: { hideOverlap: true },
    label: { show: labelled, position: shape === 'bars' ? 'right' : 'top', color: palette.text, formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? write(value) : '') },
  };
}

export function optionOf(data: ChartData, palette: Palette): EChartsCoreOption {
  const lying = data.shape === 'bars';
  const labels = {
    type: 'category', data: data.labels, inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.text, hideOverlap: !lying, ...(lying ? { width: 140, overflow: 'truncate' } : {}) },
  };
  const values = { type: 'value', min: 0, max: data.most, minInterval: data.most ? undefined : 1, splitLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.quiet, hideOverlap: true, formatter: data.write } };
  return {
    animation: false,
    textStyle: { fontFamily: palette.font },
    grid: { left: 4, right: lying ? 64 : 12, top: data.series.length > 1 ? 40 : lying ? 4 : 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: data.series.length > 1 ? { top: 0, left: 0, textStyle: { color: palette.text }, itemWidth: 14, itemHeight: 10 } : undefined,
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true, backgroundColor: palette.surface, borderColor: palette.line, textStyle: { color: palette.text }, valueFormatter: (value: unknown) => (typeof value === 'number' ? data.write(value) : '—') },
    xAxis: lying ? values : labels,
    yAxis: lying ? labels : values,
    series: data.series.map(each => seriesOf(data, palette, each)),
  };
}
