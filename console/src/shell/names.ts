import { createContext, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The frame listens here for what the page shows. */
export const NameContext = createContext<(name: string | undefined) => void>(() => {});

export function useWindowTitle(name: string): void {
  const { t } = useTranslation();
  const title = `${name} · ${t('app.name')}`;
  useEffect(() => { document.title = title; }, [title]);
}

/** Names the window after the one thing a page shows, such as a ticket, once it is known. */
export function useName(name: string | undefined): void {
  const tell = useContext(NameContext);
  useEffect(() => {
    tell(name);
    return () => tell(undefined);
  }, [tell, name]);
}
