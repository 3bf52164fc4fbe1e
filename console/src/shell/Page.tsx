import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import type { PageEntry } from '../pages';
import { useMe } from '../session';
import { Waiting } from '../ui/Waiting';
import { homeOf, mayUse } from './menu';
import { NameContext, useWindowTitle } from './names';
import { useTitleOf } from './titles';

const Notice = lazy(() => import('./Notice'));
const notice = (what: 'forbidden' | 'none' | 'nowhere') => <Suspense fallback={<Waiting />}><Notice what={what} /></Suspense>;

/** A page in the frame: named in the window, and only for those who may use it. */
export function Page({ page, children }: { page: PageEntry; children: ReactNode }) {
  const [thing, setThing] = useState<string>();
  const titleOf = useTitleOf();
  const allowed = mayUse(page, useMe());
  useWindowTitle(thing ?? titleOf(page));
  return allowed ? <NameContext value={setThing}>{children}</NameContext> : notice('forbidden');
}

/** Everybody begins where his work is. */
export function Home() {
  const home = homeOf(useMe());
  return home ? <Navigate to={home} replace /> : notice('none');
}

export function Nowhere() {
  const { t } = useTranslation();
  useWindowTitle(t('problem.nowhere'));
  return notice('nowhere');
}
