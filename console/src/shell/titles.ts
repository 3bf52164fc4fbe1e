import { useTranslation } from 'react-i18next';
import type { PageEntry } from '../pages';
import { isPortal, useMe } from '../session';

/** What a page is called by whoever is signed in: customers call some pages otherwise than we do. */
export function useTitleOf() {
  const { t } = useTranslation();
  const context = isPortal(useMe()) ? 'portal' : undefined;
  return ({ name }: Pick<PageEntry, 'name'>) => t(`page.${name}`, { context });
}
