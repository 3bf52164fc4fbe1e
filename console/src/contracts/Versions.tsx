import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../ui/words';
import type { Agreement, VersionLine } from './api';
import { type Standing, standingOf } from './timeline';

export type SetFilter = (changes: { version?: string; with?: string; edit?: string; copy?: string }) => void;
const COLOURS: Record<Standing, string | undefined> = { draft: 'blue', current: 'green', upcoming: 'gold', past: undefined };

/** The versions of a contract, the latest first. */
export function Versions({ contract, shown, today, set }: { contract: Agreement; shown?: number; today: string; set: SetFilter }) {
  const { t } = useTranslation();
  const word = (standing: Standing) => (standing === 'draft' ? wordOf(t, 'enums.version', 'DRAFT') : t(`contracts.${standing}`));
  const columns: TableColumnsType<VersionLine> = [
    {
      title: t('contracts.versions'), dataIndex: 'number', render: (number: number) => (
        <Button type="link" size="small" aria-pressed={number === shown} onClick={() => set({ version: String(number), with: undefined })} data-testid="show-version">{t('contracts.version', { number })}</Button>
      ),
    },
    { title: t('list.status'), key: 'standing', render: (_, line) => { const standing = standingOf(line, contract.versions, today); return <Tag color={COLOURS[standing]}>{word(standing)}</Tag>; } },
    { title: t('contracts.effectiveFrom'), dataIndex: 'effectiveFrom', className: 'nowrap' },
    { title: t('contracts.effectiveTo'), dataIndex: 'effectiveTo', className: 'nowrap', render: (day?: string | null) => day ?? t('contracts.noEnd') },
  ];
  return (
    <section className="panel" aria-label={t('contracts.versions')}>
      <Table<VersionLine> rowKey="number" columns={columns} dataSource={contract.versions.toReversed()} pagination={false} size="small" scroll={{ x: 'max-content' }} locale={{ emptyText: t('contracts.noVersions') }} data-testid="version-list"
        rowClassName={line => (line.number === shown ? 'chosen' : '')} onRow={line => ({ 'data-testid': 'version-row', 'data-number': line.number, 'data-standing': standingOf(line, contract.versions, today) }) as object} />
      <div className="part-actions" style={{ marginTop: 12 }}>
        <Button type={contract.versions.length ? 'default' : 'primary'} onClick={() => set({ edit: 'new', copy: shown === undefined ? undefined : String(shown) })} data-testid="write-version">{t('contracts.write')}</Button>
      </div>
    </section>
  );
}
