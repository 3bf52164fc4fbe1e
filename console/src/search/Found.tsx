import { useTranslation } from 'react-i18next';
import type { Find, FoundKind } from './finds';

interface Props {
  id: string;
  found: FoundKind[];
  active?: Find;
  idOf: (find: Find) => string;
  onPoint: (find: Find) => void;
  onChoose: (find: Find) => void;
}

/** The finds under the heading of their kind. Keys are heard by the field, which names the chosen one. */
export function Found({ id, found, active, idOf, onPoint, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <div role="listbox" id={id} aria-label={t('search.title')} className="finds">
      {found.map(({ kind, finds }) => (
        <div role="group" key={kind} aria-label={t(`search.${kind}`)}>
          <div className="quiet" aria-hidden>{t(`search.${kind}`)}</div>
          {finds.map(find => (
            // Keys are heard by the field, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div role="option" tabIndex={-1} key={find.key} id={idOf(find)} aria-selected={find === active} data-testid="find" data-kind={kind} onMouseMove={() => onPoint(find)} onClick={() => onChoose(find)}>
              {find.icon}<span className="find-title">{find.title}</span>{find.hint && <span className="quiet">{find.hint}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
