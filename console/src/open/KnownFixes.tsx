import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Article, articles } from '../api';
import { useDebounced } from '../useDebounced';

interface Props {
  query: string;
  onUse?: (article: Article) => void;
}

/** Published articles that look like what is being typed. Only a hint: when the knowledge base fails, the form goes on without it. */
export function KnownFixes({ query, onUse }: Props) {
  const { t } = useTranslation();
  const asked = useDebounced(query.trim(), 350);
  const found = useQuery({
    queryKey: ['articles', asked],
    queryFn: ({ signal }) => articles(asked, signal),
    enabled: asked.length >= 2,
    retry: false,
    staleTime: 60_000,
    placeholderData: before => before,
  });
  if (asked.length < 2) return null;
  const items = found.data?.items ?? [];
  return (
    <section className="panel known" aria-label={t('open.known')} aria-live="polite" data-testid="known-fixes">
      <h2>{t('open.known')}</h2>
      {found.isError && <span className="quiet" data-testid="known-fixes-down">{t('open.knownDown')}</span>}
      {found.isSuccess && items.length === 0 && <span className="quiet">{t('open.knownNone')}</span>}
      <ul>
        {!found.isError && items.slice(0, 5).map(article => (
          <li key={article.id} data-testid="known-fix">
            <strong>{article.title}</strong>
            {article.cause && <p>{t('open.cause')}{t('app.colon')}{article.cause}</p>}
            {article.fix && <p>{t('open.fix')}{t('app.colon')}{article.fix}</p>}
            {onUse && <Button size="small" onClick={() => onUse(article)} aria-label={`${t('action.useFix')} ${article.title}`}>{t('action.useFix')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
