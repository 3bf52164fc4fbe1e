import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useLook } from '../../look';
import type { ChartData } from './data';
import { optionOf, paletteOf } from './option';

// Only the kinds of charts that are drawn; the library lies in a chunk of its own.
register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** @param onPick told which label was clicked */
export default function Drawing({ data, onPick }: { data: ChartData; onPick?: (at: number) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const picked = useRef(onPick);
  picked.current = onPick;
  const { dark } = useLook();
  useEffect(() => {
    const made = init(box.current!, null, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ dataIndex }) => picked.current?.(dataIndex));
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current!);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => { chart.current?.setOption(optionOf(data, paletteOf(document.documentElement)), true); }, [data, dark]);
  return <div ref={box} className="drawing" />;
}
