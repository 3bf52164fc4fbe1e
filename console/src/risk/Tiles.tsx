import { Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export const TILES = ['DUE', 'BROKEN', 'SILENT', 'UNOWNED', 'WAITING', 'ESCALATIONS', 'LOADS'] as const;
export type Tile = (typeof TILES)[number];
/** What is late already, and what may become so; the others are for knowing. */
const TONES: Partial<Record<Tile, string>> = { BROKEN: 'bad', SILENT: 'bad', ESCALATIONS: 'bad', DUE: 'warn', UNOWNED: 'warn' };

/** The counts, each a link to what it counts: it can be opened in a window of its own, and sent to a colleague. */
export function Tiles({ numbers, shown }: { numbers: Record<Tile, number | undefined>; shown: Tile }) {
  const { t } = useTranslation();
  return (
    <nav className="tiles" aria-label={t('risk.tiles')} data-testid="risk-tiles">
      {TILES.map(tile => (
        <Link key={tile} to={`?show=${tile}`} replace aria-current={tile === shown || undefined} data-testid={`risk-${tile}`} data-number={numbers[tile]} data-tone={numbers[tile] ? TONES[tile] : undefined}>
          <Statistic title={t(`risk.tile.${tile}`)} value={numbers[tile] ?? '…'} />
        </Link>
      ))}
    </nav>
  );
}
