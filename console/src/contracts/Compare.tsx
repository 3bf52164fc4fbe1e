import { Checkbox, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWide } from '../ui/useWide';
import { type Change, compare, type Line } from './lines';

interface Side {
  number: number;
  lines: Line[];
}
const COLOURS = { same: undefined, changed: 'gold', added: 'green', removed: 'red' };

/** Two versions side by side, one thing a line; on a phone one below the other. */
export function Compare({ before, after }: { before: Side; after: Side }) {
  const { t } = useTranslation();
  const [only, setOnly] = useState(true);
  const wide = useWide();
  // The older one is on the left, whichever was chosen first.
  const [left, right] = before.number < after.number ? [before, after] : [after, before];
  const all = compare(left.lines, right.lines);
  const different = all.filter(each => each.what !== 'same');
  const columns: TableColumnsType<Change> = [
    { title: t('contracts.name'), key: 'label', width: '28%', render: (_, row) => <>{t(`contracts.section.${row.section}`)} · {row.label} <Tag color={COLOURS[row.what]}>{t(`contracts.change.${row.what}`)}</Tag></> },
    { title: t('contracts.before', { number: left.number }), dataIndex: 'before', width: '36%', render: (value?: string) => value ?? '—' },
    { title: t('contracts.after', { number: right.number }), dataIndex: 'after', width: '36%', render: (value?: string) => value ?? '—' },
  ];
  return (
    <div data-testid="comparison">
      <p>{different.length ? t('contracts.differences', { count: different.length }) : t('contracts.noDifference')} {different.length > 0 && <Checkbox checked={only} onChange={event => setOnly(event.target.checked)} data-testid="only-differences">{t('contracts.onlyDifferences')}</Checkbox>}</p>
      {(different.length > 0 || !only) && !wide && (
        <ul className="rows">
          {(only ? different : all).map(row => (
            <li key={row.key} className="panel" data-testid="difference" data-what={row.what}>
              <div className="first"><strong>{row.label}</strong><Tag color={COLOURS[row.what]}>{t(`contracts.change.${row.what}`)}</Tag></div>
              <dl className="facts"><dt>{t('contracts.before', { number: left.number })}</dt><dd>{row.before ?? '—'}</dd><dt>{t('contracts.after', { number: right.number })}</dt><dd>{row.after ?? '—'}</dd></dl>
            </li>
          ))}
        </ul>
      )}
      {(different.length > 0 || !only) && wide && (
        <Table<Change> rowKey="key" columns={columns} dataSource={only ? different : all} pagination={false} size="small"
          onRow={row => ({ 'data-testid': 'difference', 'data-what': row.what }) as object} />
      )}
    </div>
  );
}
