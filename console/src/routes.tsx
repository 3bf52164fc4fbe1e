import { createBrowserRouter, type RouteObject } from 'react-router';
import { type PageEntry, PAGES } from './pages';
import { withTexts } from './i18n/texts';
import { Home, Nowhere, Page } from './shell/Page';
import { Broken } from './ui/Broken';
import { Waiting } from './ui/Waiting';

const routeOf = (page: PageEntry): RouteObject => ({
  path: page.path,
  lazy: async () => {
    const Content = await withTexts(page.load());
    return { Component: () => <Page page={page}><Content /></Page> };
  },
});

export const router = createBrowserRouter([
  // For customers who follow a link of a mail: no session is asked for.
  { path: '/sign/:token', errorElement: <Broken />, HydrateFallback: Waiting, lazy: async () => ({ Component: (await withTexts(import('./sign/SignPage'))).SignPage }) },
  { path: '/answer/*', errorElement: <Broken />, HydrateFallback: Waiting, lazy: async () => ({ Component: (await withTexts(import('./answer/AnswerPage'))).AnswerPage }) },
  {
    // Who signs needs neither menu nor bell.
    lazy: async () => ({ Component: (await import('./Gate')).Gate }),
    errorElement: <Broken />,
    HydrateFallback: Waiting,
    children: [
      { errorElement: <Broken />, children: [{ path: '/', element: <Home /> }, ...PAGES.map(routeOf), { path: '*', element: <Nowhere /> }] },
    ],
  },
]);
