import type { TFunction } from 'i18next';
import { wordOf } from '../ui/words';
import type { Cause } from './api';

/** All that can be named; what the facts tell stands first, from OUR_MISTAKE on only people know. */
export const CAUSES: Cause[] = ['UNATTENDED', 'WAITING_FOR_CUSTOMER', 'WAITING_FOR_PARTS', 'WAITING_FOR_THIRD_PARTY', 'CONSENT_TOO_LATE', 'ENGINEER_ABSENT', 'ENGINEER_LATE', 'VISIT_PUT_OFF', 'ASSIGNED_LATE', 'HAND_OVER_LATE', 'ACKNOWLEDGED_LATE', 'REOPENED',
  'CUSTOMER_NOT_TOLD', 'UNEXPLAINED', 'OUR_MISTAKE', 'CAPACITY', 'SUPPLIER', 'CUSTOMER', 'FORCE_MAJEURE', 'OTHER'];

export const causeName = (cause: Cause, t: TFunction): string => wordOf(t, 'enums.cause', cause);

/** @param late minutes; absent while it is not done */
export function lateness(late: number | null | undefined, t: TFunction): string {
  if (late == null) return t('review.stillOpen');
  return late < 60 ? t('review.lateMinutes', { minutes: late }) : t('review.lateHours', { hours: Math.floor(late / 60), minutes: late % 60 });
}
