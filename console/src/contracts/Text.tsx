import { useTranslation } from 'react-i18next';
import { type Line, SECTIONS } from './lines';

/** What a version says, by sections, one thing a line. */
export function Text({ lines }: { lines: Line[] }) {
  const { t } = useTranslation();
  return (
    <div data-testid="contract-text">
      {SECTIONS.filter(section => lines.some(line => line.section === section)).map(section => (
        <div key={section}>
          <h3>{t(`contracts.section.${section}`)}</h3>
          <dl className="contract-lines">
            {lines.filter(line => line.section === section).map(line => <div key={line.key}><dt>{line.label}</dt><dd>{line.value}</dd></div>)}
          </dl>
        </div>
      ))}
    </div>
  );
}
