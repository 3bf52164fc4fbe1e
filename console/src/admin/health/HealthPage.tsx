import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Alert, Card, Col, Row, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../i18n';
import { useTitleOf } from '../../shell/titles';
import { showTime } from '../../time';
import { ProblemNote } from '../../ui/ProblemNote';
import { health, type Health, type Light } from '../api';
import { type Asked, useServices } from '../services';
import { overall, sentencesOf } from './sentences';

const REFRESH_MS = 10_000;
const SIGN: Record<Light, { icon: typeof CheckCircleFilled; colour: string }> = {
  GOOD: { icon: CheckCircleFilled, colour: 'var(--good-text)' }, WATCH: { icon: ExclamationCircleFilled, colour: 'var(--warn)' }, BAD: { icon: CloseCircleFilled, colour: 'var(--bad-text)' },
};

/** A light says its meaning in words, too: colours alone tell not everybody. */
function Lamp({ light }: { light: Light }) {
  const { t } = useTranslation();
  const { icon: Icon, colour } = SIGN[light];
  return <Icon style={{ color: colour }} role="img" aria-label={t(`admin.light.${light}`)} />;
}

/** How the platform is, in sentences: what is told late, what waits for somebody. */
export function HealthPage() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const asked = useServices<Health>('health', health, REFRESH_MS);
  const answered = asked.filter(({ query }) => !query.isPending);
  const worst = overall(answered.map(({ query }) => (query.error ? undefined : query.data?.light)));
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'health' })}</h1></div>
      {answered.length === asked.length && (
        <Alert type={worst === 'GOOD' ? 'success' : worst === 'WATCH' ? 'warning' : 'error'} showIcon className="note" data-testid="health" data-light={worst} role="status" title={t(`admin.health.all${worst}`)} />
      )}
      <Row gutter={[16, 16]}>{asked.map(one => <Col key={one.service} xs={24} lg={12}><ServiceCard asked={one} /></Col>)}</Row>
    </>
  );
}

function ServiceCard({ asked: { service, query } }: { asked: Asked<Health> }) {
  const { t } = useTranslation();
  const light = query.error ? 'BAD' : query.data?.light;
  return (
    <Card size="small" data-testid="health-service" data-service={service} data-light={light} title={<>{light && <Lamp light={light} />} {t(`admin.service.${service}`)}</>}
      extra={query.data && <span className="quiet">{t('admin.health.asOf', { time: showTime(query.data.at) })}</span>}>
      {query.isPending && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {query.error && <ProblemNote error={query.error} more={query.data ? [t('list.stale')] : []} onRetry={() => void query.refetch()} />}
      {query.data && (
        <ul className="parts">
          {sentencesOf(query.data, t).map(each => (
            <li key={each.part} data-testid={`health-${each.part}`} data-light={each.light}>
              <span><Lamp light={each.light} /> {each.text}{each.part === 'parked' && each.light !== 'GOOD' && <> <Link to={`/admin/parked?service=${service}`}>{t('admin.look')}</Link></>}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
