import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import './i18n';
import './contracts.css';
import { useFilter } from '../admin/useFilter';
import { useName } from '../shell/names';
import { inZone } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import { type Agreement, agreement } from './api';
import { Editor } from './Editor';
import { currentOf } from './timeline';
import { Versions } from './Versions';
import { VersionView } from './VersionView';

/** One contract: its versions, and what the chosen one says. */
export function ContractPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const found = useQuery({ queryKey: ['agreement', id], queryFn: ({ signal }) => agreement(id, signal) });
  useName(found.data?.number);
  return (
    <>
      <Link to="/contracts" data-testid="back">← {t('contracts.back')}</Link>
      {!found.data && !found.isPending && <h1 className="bare">{t('page.contract')}</h1>}
      {found.error && <ProblemNote error={found.error} more={found.data ? [t('list.stale')] : []} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting />}
      {found.data && <Found contract={found.data} />}
    </>
  );
}

function Found({ contract }: { contract: Agreement }) {
  const { t } = useTranslation();
  const { filter, set } = useFilter('version', 'with', 'edit', 'copy');
  const today = inZone(Date.now()).format('YYYY-MM-DD');
  const asked = Number(filter.version);
  const shown = contract.versions.find(each => each.number === asked) ?? currentOf(contract.versions, today) ?? contract.versions.at(-1);
  const editing = filter.edit === 'new' ? undefined : contract.versions.find(each => String(each.number) === filter.edit && each.status === 'DRAFT');
  const other = contract.versions.find(each => String(each.number) === filter.with && each.number !== shown?.number);
  return (
    <>
      <h1 className="bare" data-testid="contract" data-id={contract.id}>{contract.number} {contract.name} <Tag>{wordOf(t, 'enums.agreementType', contract.type)}</Tag></h1>
      <p className="quiet">{contract.customerId ? <Link to={`/customers/${contract.customerId}`}>{contract.customerName ?? t('contracts.customer')}</Link> : t('contracts.everyCustomer')}</p>
      {filter.edit === 'new' || editing
        ? <Editor key={filter.edit} contract={contract} draft={editing?.number} copy={Number(filter.copy) || undefined} onDone={number => set({ edit: undefined, copy: undefined, version: number === undefined ? filter.version : String(number) })} />
        : (
          <>
            <Versions contract={contract} shown={shown?.number} today={today} set={set} />
            {shown && <VersionView key={shown.number} contract={contract} number={shown.number} other={other?.number} today={today} set={set} />}
          </>
        )}
    </>
  );
}
