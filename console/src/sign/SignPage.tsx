import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { me, type SignOffer, signOffer } from '../api';
import { ProblemError } from '../problem';
import { isPortal } from '../session';
import { useWindowTitle } from '../shell/names';
import { showTime } from '../time';
import { LinkFrame } from '../ui/LinkFrame';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { type Closed, ClosedNote, SignedNote } from './End';
import { Offer } from './Offer';
import { SignForm } from './SignForm';
import { useSigning } from './useSigning';

const CLOSED: Record<string, Closed> = { 'signature-used': 'used', 'signature-ended': 'ended', 'signature-expired': 'expired', 'signature-by-account': 'staff', 'not-found': 'unknown' };
const closedBy = (error: unknown) => (error instanceof ProblemError ? CLOSED[error.slug] : undefined);

/** The page behind the link of the mail: whoever holds the link may sign, once, and no account is asked for. */
export function SignPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  useWindowTitle(t('sign.title'));
  return <LinkFrame><Leading token={token} /></LinkFrame>;
}

function Leading({ token }: { token: string }) {
  // Somebody of ours must not sign for the customer (R10), and should know before he draws. A customer who is signed in to the portal signs
  // by the link like everybody else: his session stays out of it.
  const who = useQuery({ queryKey: ['sign-me'], queryFn: () => me().catch(() => null), staleTime: Infinity });
  const offer = useQuery({ queryKey: ['sign', token], queryFn: ({ signal }) => signOffer(token, signal), staleTime: Infinity, networkMode: 'always' });
  if (who.isPending || offer.isPending) return <Waiting />;
  if (who.data && !isPortal(who.data)) return <ClosedNote why="staff" token={token} />;
  return <Open key={token} token={token} offer={offer.data} error={offer.error} retry={() => void offer.refetch()} withoutSession={who.data !== null} />;
}

interface Props {
  token: string;
  offer?: SignOffer;
  error: Error | null;
  retry: () => void;
  withoutSession: boolean;
}

function Open({ token, offer, error, retry, withoutSession }: Props) {
  const { t } = useTranslation();
  const signing = useSigning(token, withoutSession);
  const closed = closedBy(error) ?? closedBy(signing.error);
  if (signing.signed) return <SignedNote signed={signing.signed} token={token} />;
  if (signing.received || (closed === 'used' && signing.sent())) return <ClosedNote why="received" token={token} />;
  if (closed) return <ClosedNote why={closed} token={token} />;
  if (!offer) return <ProblemNote error={error} onRetry={retry} />;
  return (
    <>
      <h1>{t('sign.title')}</h1>
      <p className="lead"><span data-testid="sign-number">{offer.number}</span> · {t('sign.ticket', { number: offer.ticketNumber })}</p>
      <Offer offer={offer} />
      <SignForm signing={signing} />
      <p className="quiet center">{t('sign.validUntil', { time: showTime(offer.expiresAt) })}</p>
    </>
  );
}
