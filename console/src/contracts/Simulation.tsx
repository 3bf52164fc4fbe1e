import { useMutation } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Drawer, Table, type TableColumnsType } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKindNames } from '../ticket/useKindNames';
import { inZone, showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { useWide } from '../ui/useWide';
import { wordOf } from '../ui/words';
import { type Content, simulate, type Simulation as Answer, type SimulationRow } from './api';

/** What past months would have been by other terms. */
export function Simulation({ customerId, content, onClose }: { customerId: string; content: Content; onClose: () => void }) {
  const { t } = useTranslation();
  const wide = useWide();
  const last = dayjs(inZone(Date.now()).format('YYYY-MM-01')).subtract(1, 'month');
  const [months, setMonths] = useState<[Dayjs, Dayjs]>([last, last]);
  const run = useMutation({ mutationFn: () => simulate({ customerId, from: months[0].startOf('month').format('YYYY-MM-DD'), to: months[1].endOf('month').format('YYYY-MM-DD'), content }) });
  return (
    <Drawer open onClose={onClose} size={wide ? 760 : '100%'} title={t('contracts.simulate')} data-testid="simulation">
      <Alert type="info" showIcon className="note" title={t('contracts.sim.about')} />
      <div className="filters">
        <DatePicker.RangePicker picker="month" allowClear={false} aria-label={t('contracts.sim.months')} value={months} disabledDate={day => day.isAfter(dayjs(inZone(Date.now()).format('YYYY-MM-DD')), 'month')}
          onChange={picked => { if (picked?.[0] && picked[1]) setMonths([picked[0], picked[1]]); }} data-testid="simulation-months" />
        <Button type="primary" loading={run.isPending} onClick={() => run.mutate()} data-testid="run-simulation">{t('contracts.sim.run')}</Button>
      </div>
      {run.error && <ProblemNote error={run.error} />}
      {run.data && <Result answer={run.data} />}
    </Drawer>
  );
}

function Result({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const wide = useWide();
  if (!answer.promises) return <p data-testid="simulation-sum">{t('contracts.sim.none')}</p>;
  const numbers = (which: 'before' | 'after') => (['met', 'broken', 'open'] as const).map(each => ({ title: t(`contracts.sim.${each}`), key: `${which} ${each}`, align: 'right' as const, render: (_: unknown, row: SimulationRow) => row[which][each] }));
  const nameOf = (row: SimulationRow) => [kindOf(row.kind), row.priority].filter(Boolean).join(' ');
  const inWords = (row: SimulationRow, which: 'before' | 'after') => (['met', 'broken', 'open'] as const).map(each => `${t(`contracts.sim.${each}`)} ${row[which][each]}`).join(' · ');
  const columns: TableColumnsType<SimulationRow> = [
    { title: t('contracts.kind'), key: 'kind', render: (_, row) => nameOf(row) },
    { title: t('contracts.sim.before'), children: numbers('before') },
    { title: t('contracts.sim.after'), children: numbers('after') },
  ];
  const currencies = [...new Set([...Object.keys(answer.compensationBefore), ...Object.keys(answer.compensationAfter)])];
  const money = (side: Record<string, string>, currency: string) => `${side[currency] ?? '0'} ${currency}`;
  return (
    <>
      <p data-testid="simulation-sum">{t('contracts.sim.sum', { count: answer.promises, retermed: answer.retermed })}</p>
      {wide
        ? <Table<SimulationRow> rowKey={nameOf} columns={columns} dataSource={answer.rows} pagination={false} size="small" bordered data-testid="simulation-rows" />
        : <ul className="rows" data-testid="simulation-rows">{answer.rows.map(row => <li key={nameOf(row)} className="panel"><strong>{nameOf(row)}</strong><dl className="facts"><dt>{t('contracts.sim.before')}</dt><dd>{inWords(row, 'before')}</dd><dt>{t('contracts.sim.after')}</dt><dd>{inWords(row, 'after')}</dd></dl></li>)}</ul>}
      <h3>{t('contracts.sim.cost')}</h3>
      {currencies.length ? currencies.map(currency => <p key={currency} data-testid="simulation-cost">{t('contracts.sim.costLine', { before: money(answer.compensationBefore, currency), after: money(answer.compensationAfter, currency) })}</p>) : <p>{t('contracts.sim.noCost')}</p>}
      <h3>{t('contracts.sim.changes')}</h3>
      {!answer.changes.length && <p>{t('contracts.sim.noChanges')}</p>}
      <ul className="rows">
        {answer.changes.map(row => (
          <li key={row.clockId} className="panel" data-testid="simulation-change">
            <div className="first"><strong>{kindOf(row.kind)}</strong>{row.priority}{row.ticketId && <Link to={`/tickets/${row.ticketId}`}>{t('contracts.moved.ticket')}</Link>}</div>
            <div>{t('contracts.sim.verdict', { before: wordOf(t, 'clockStatus', row.before), after: wordOf(t, 'clockStatus', row.after) })}</div>
            <div className="quiet">{t('contracts.sim.due', { before: showTime(row.dueBefore), after: showTime(row.dueAfter) })}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
