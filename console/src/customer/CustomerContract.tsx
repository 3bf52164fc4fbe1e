import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { agreementsWith } from '../api';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';

/** Which agreements hold with the customer, and since when. */
export function CustomerContract({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['agreements', customerId], queryFn: ({ signal }) => agreementsWith(customerId, signal), retry: false });
  if (found.isPending) return <Waiting />;
  if (!found.data) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data.items.length) return <p className="quiet" data-testid="empty">{t('desk.noContract')}</p>;
  return (
    <ul className="parts" data-testid="customer-contracts">
      {found.data.items.map(agreement => (
        <li key={agreement.id} data-testid="customer-contract">
          <div>
            <div className="first"><strong>{agreement.name}</strong> <Tag>{wordOf(t, 'enums.agreementType', agreement.type)}</Tag></div>
            <div className="quiet">{agreement.number}</div>
            {agreement.versions.map(version => (
              <div key={version.number}>
                {t('desk.version', { number: version.number })} <Tag color={version.status === 'ACTIVE' ? 'green' : 'default'}>{wordOf(t, 'enums.version', version.status)}</Tag>
                <span className="quiet">{version.effectiveFrom && t('desk.from', { day: version.effectiveFrom })}{version.effectiveTo && t('desk.until', { day: version.effectiveTo })}</span>
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
