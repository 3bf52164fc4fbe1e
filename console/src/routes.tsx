import { createBrowserRouter, Navigate } from 'react-router';
import { Gate } from './Gate';
import { Broken, Nowhere } from './ui/Broken';
import { Waiting } from './ui/Waiting';

/** Each page is a chunk of its own. */
export const router = createBrowserRouter([
  // For customers who follow a link of a mail: no session is asked for.
  { path: '/sign/:token', errorElement: <Broken />, HydrateFallback: Waiting, lazy: async () => ({ Component: (await import('./sign/SignPage')).SignPage }) },
  {
    element: <Gate />,
    errorElement: <Broken />,
    HydrateFallback: Waiting,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { path: '/', element: <Navigate to="/tickets" replace /> },
          { path: '/tickets', lazy: async () => ({ Component: (await import('./list/TicketList')).TicketList }) },
          { path: '/tickets/new', lazy: async () => ({ Component: (await import('./open/OpenTicket')).OpenTicket }) },
          { path: '/tickets/:id', lazy: async () => ({ Component: (await import('./ticket/TicketPage')).TicketPage }) },
          { path: '/visits', lazy: async () => ({ Component: (await import('./visit/VisitList')).VisitList }) },
          { path: '/visits/:id', lazy: async () => ({ Component: (await import('./visit/VisitPage')).VisitPage }) },
          { path: '/customers', lazy: async () => ({ Component: (await import('./customer/CustomerList')).CustomerList }) },
          { path: '/customers/:id', lazy: async () => ({ Component: (await import('./customer/CustomerPage')).CustomerPage }) },
          { path: '*', element: <Nowhere /> },
        ],
      },
    ],
  },
]);
