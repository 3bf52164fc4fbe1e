import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textsIn } from '../i18n/texts';

/** Pages and commands are found by their names in either language. */
const load = async () => {
  const [dialog] = await Promise.all([import('./SearchDialog'), textsIn('zh-CN', 'en')]);
  return dialog;
};
const SearchDialog = lazy(load);
/** Until then the page itself has come: whoever searches sooner has it loaded at once. */
const LATER_MS = 3_000;

/** A field for everything: Ctrl-K from wherever one is, or the button. */
export function Search() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  /** What was typed after Ctrl-K and before the field was there; nothing while nobody waits for it. */
  const ahead = useRef<string | undefined>(undefined);
  const begin = () => {
    ahead.current = '';
    setOpen(true);
  };
  const ready = useCallback(() => { ahead.current = undefined; }, []);
  useEffect(() => {
    // After the page itself, so that it is there when somebody asks for it. What is not there then is told of then.
    const later = setTimeout(() => void load().catch(() => undefined), LATER_MS);
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        begin();
      } else if (ahead.current !== undefined && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        ahead.current += event.key;
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(later);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  useEffect(() => { if (open) setAsked(true); }, [open]);
  return (
    <>
      <Button icon={<SearchOutlined />} className="search-button" onClick={begin} aria-label={t('search.button')} aria-keyshortcuts="Control+K" data-testid="search">
        <span className="wide-only">{t('search.button')} <kbd>Ctrl K</kbd></span>
      </Button>
      {asked && <Suspense><SearchDialog open={open} onClose={() => setOpen(false)} ahead={ahead} onReady={ready} /></Suspense>}
    </>
  );
}
