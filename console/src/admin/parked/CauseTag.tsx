import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ParkedKey } from '../api';

/** Red where a fault of ours stands behind it, gold where somebody decides, plain where it only waits, blue where an upgrade will do. */
const COLOURS: Record<NonNullable<ParkedKey['cause']>, string> = { MISSING: 'gold', REFUSED: 'gold', DATABASE: 'red', PROGRAM: 'red', WAITS: 'default', UNKNOWN_TYPE: 'blue', UNKNOWN_VALUE: 'blue' };

export function CauseTag({ cause }: { cause: ParkedKey['cause'] }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[cause]} data-testid="parked-cause" data-cause={cause}>{t(`admin.cause.${cause}`)}</Tag>;
}
