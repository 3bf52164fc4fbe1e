import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { showTime } from '../time';
import { leftOf, spanOf } from './spans';

const COLOURS = { calm: 'var(--brand)', soon: 'var(--warn)', over: 'var(--bad)' };

/** How much time is left for what is promised next. */
export function DueBar({ from, due, now }: { from: string; due: string; now: number }) {
  const { t } = useTranslation();
  const { percent, state } = leftOf(from, due, now);
  const words = t(state === 'over' ? 'promise.over' : 'promise.left', { time: spanOf(due, now, t) });
  return (
    <div className="due" data-testid="due" data-state={state} title={t('promise.due', { time: showTime(due) })}>
      <span className="nowrap">{words}</span>
      <Progress percent={percent} showInfo={false} size="small" strokeColor={COLOURS[state]} aria-label={words} />
    </div>
  );
}
