import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Article } from '../api';

export type Used = Pick<Article, 'id' | 'title'>;

/** What of a known fix the form keeps beside its words, so that a draft keeps it, too. */
export const used = ({ id, title }: Article): Used => ({ id, title });

/** Body of a command: the article by its id. */
export const withArticle = ({ article, ...values }: Record<string, unknown>) => ({ ...values, articleId: (article as Used | undefined)?.id });

/** The known fix that was used, as a field of the form. */
export const UsedArticle = () => <Form.Item name="article" noStyle><Shown /></Form.Item>;

function Shown({ value }: { value?: Used }) {
  const { t } = useTranslation();
  return value && <p className="quiet" data-testid="used-article">{t('action.usedArticle', { title: value.title })}</p>;
}
