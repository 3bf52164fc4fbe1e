import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { firstTexts } from './i18n';
import { ProblemError } from './problem';
import { router } from './routes';
import { Look } from './ui/Look';

/** Only what may pass by itself is tried again, once: no answer, a full gateway, a service that restarts. */
const mayPass = (error: Error) => error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 502);

const client = new QueryClient({
  defaultOptions: {
    // What cannot be asked is said at once, not waited for.
    queries: { staleTime: 5_000, networkMode: 'always', refetchOnReconnect: true, retry: (failures, error) => failures < 1 && mayPass(error) },
    // A command is never sent later by itself: by then it may be another one that is right.
    mutations: { networkMode: 'always' },
  },
});

const root = createRoot(document.getElementById('root')!);

void firstTexts.then(() => root.render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Look>
        <RouterProvider router={router} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
));
