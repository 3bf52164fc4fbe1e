import { Result } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import type { PageEntry } from '../pages';
import { useMe } from '../session';
import { homeOf, mayUse } from './menu';
import { NameContext, useWindowTitle } from './names';
import { useTitleOf } from './titles';

/** A page in the frame: named in the window, and only for those who may use it. */
export function Page({ page, children }: { page: PageEntry; children: ReactNode }) {
  const [thing, setThing] = useState<string>();
  const titleOf = useTitleOf();
  const allowed = mayUse(page, useMe());
  useWindowTitle(thing ?? titleOf(page));
  return allowed ? <NameContext value={setThing}>{children}</NameContext> : <Forbidden />;
}

/** Everybody begins where his work is. */
export function Home() {
  const { t } = useTranslation();
  const home = homeOf(useMe());
  return home ? <Navigate to={home} replace /> : <Result status="info" title={<h1>{t('page.none')}</h1>} subTitle={t('page.noneHint')} data-testid="no-page" />;
}

function Forbidden() {
  const { t } = useTranslation();
  return <Result status="403" title={<h1>{t('page.forbidden')}</h1>} subTitle={t('page.forbiddenHint')} extra={<Link to="/">{t('problem.home')}</Link>} data-testid="forbidden" />;
}

export function Nowhere() {
  const { t } = useTranslation();
  useWindowTitle(t('problem.nowhere'));
  return <Result status="404" title={<h1>{t('problem.nowhere')}</h1>} extra={<Link to="/">{t('problem.home')}</Link>} data-testid="nowhere" />;
}
