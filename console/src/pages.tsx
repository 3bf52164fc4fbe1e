import {
  AlertOutlined, ApiOutlined, AuditOutlined, BarChartOutlined, CalendarOutlined, CarOutlined, ContainerOutlined, FileDoneOutlined, FileProtectOutlined, FileSearchOutlined,
  HeartOutlined, InboxOutlined, MailOutlined, PayCircleOutlined, PlusCircleOutlined, ProjectOutlined, ReadOutlined, ScheduleOutlined, SignatureOutlined, TeamOutlined, ToolOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import { either } from './portal/either';
import { OPENS, READS, type Role } from './session';

/** The headings of the menu, in this order: the desk, the field, supervision, business, operations. */
export const GROUPS = ['desk', 'field', 'lead', 'business', 'system'] as const;

export interface PageEntry {
  /** `page.<name>` is what the page is called, `page.<name>_portal` what customers call it; `nav-<name>` is its test id in the menu. */
  name: string;
  path: string;
  /** Nobody else is shown the page or a way to it. */
  roles: readonly Role[];
  /** What it reads first: a test compares `roles` with those whom that service lets read it. */
  reads: `${'get' | 'post'} /api/${string}`;
  /** Each page is a chunk of its own. */
  load: () => Promise<ComponentType>;
  /** Where it stands in the menu; what has no group is reached from other pages only. */
  group?: (typeof GROUPS)[number];
  icon?: ReactNode;
  /** Place among the tabs of a phone, the lowest first; there are five, and the rest is behind “more”. */
  tab?: number;
}

/** Every page, in the order of the menu. A new page is a row here and its name in both languages. */
export const PAGES: readonly PageEntry[] = [
  {
    name: 'tickets', path: '/tickets', roles: READS.tickets, reads: 'get /api/tickets', group: 'desk', icon: <ContainerOutlined />, tab: 1,
    load: either(async () => (await import('./list/TicketList')).TicketList, async () => (await import('./portal/MyService')).MyService),
  },
  {
    name: 'open', path: '/tickets/new', roles: OPENS, reads: 'post /api/tickets', group: 'desk', icon: <PlusCircleOutlined />, tab: 2,
    load: either(async () => (await import('./open/OpenTicket')).OpenTicket, async () => (await import('./portal/Report')).Report),
  },
  {
    name: 'ticket', path: '/tickets/:id', roles: READS.tickets, reads: 'get /api/tickets/{id}',
    load: either(async () => (await import('./ticket/TicketPage')).TicketPage, async () => (await import('./portal/MyTicket')).MyTicket),
  },
  {
    name: 'orders', path: '/orders', roles: ['customer'], reads: 'get /api/visits', group: 'desk', icon: <SignatureOutlined />, tab: 3,
    load: async () => (await import('./portal/Orders')).Orders,
  },
  {
    name: 'customers', path: '/customers', roles: READS.customers, reads: 'get /api/customers', group: 'desk', icon: <TeamOutlined />, tab: 4,
    load: async () => (await import('./customer/CustomerList')).CustomerList,
  },
  { name: 'customer', path: '/customers/:id', roles: READS.customers, reads: 'get /api/customers/{id}', load: async () => (await import('./customer/CustomerPage')).CustomerPage },
  {
    name: 'day', path: '/day', roles: ['engineer'], reads: 'get /api/visits', group: 'field', icon: <ScheduleOutlined />, tab: 1,
    load: async () => (await import('./day/DayPage')).DayPage,
  },
  {
    name: 'board', path: '/board', roles: ['supervisor', 'agent', 'manager'], reads: 'get /api/visits', group: 'field', icon: <ProjectOutlined />,
    load: async () => (await import('./board/BoardPage')).BoardPage,
  },
  {
    name: 'visits', path: '/visits', roles: READS.visits, reads: 'get /api/visits', group: 'field', icon: <CarOutlined />, tab: 3,
    load: async () => (await import('./visit/VisitList')).VisitList,
  },
  { name: 'visit', path: '/visits/:id', roles: [...READS.visits, 'customer'], reads: 'get /api/visits/{id}', load: async () => (await import('./visit/VisitPage')).VisitPage },
  {
    name: 'roster', path: '/roster', roles: ['agent', 'engineer', 'presales', 'supervisor', 'manager', 'admin'], reads: 'get /api/shifts', group: 'field', icon: <CalendarOutlined />,
    load: async () => (await import('./roster/RosterPage')).RosterPage,
  },
  {
    name: 'risk', path: '/risk', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/risks', group: 'lead', icon: <AlertOutlined />,
    load: async () => (await import('./risk/RiskWall')).RiskWall,
  },
  {
    name: 'articleReview', path: '/review/articles', roles: ['supervisor'], reads: 'get /api/articles', group: 'lead', icon: <ReadOutlined />,
    load: async () => (await import('./review/ArticleReview')).ArticleReview,
  },
  {
    name: 'causes', path: '/review/causes', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/sla-reports/causes', group: 'lead', icon: <FileSearchOutlined />,
    load: async () => (await import('./review/CauseList')).CauseList,
  },
  {
    name: 'dashboard', path: '/dashboard', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/sla-reports/attainment/{dimension}', group: 'business', icon: <BarChartOutlined />,
    load: async () => (await import('./business/dashboard/DashboardPage')).DashboardPage,
  },
  {
    name: 'countedPromises', path: '/dashboard/promises', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/sla-reports/promises',
    load: async () => (await import('./business/rows/CountedPromises')).CountedPromises,
  },
  {
    name: 'countedBreaches', path: '/dashboard/breaches', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/sla-reports/causes',
    load: async () => (await import('./business/rows/CountedBreaches')).CountedBreaches,
  },
  {
    name: 'surveyAnswers', path: '/dashboard/surveys', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/surveys',
    load: async () => (await import('./business/rows/SurveyAnswers')).SurveyAnswers,
  },
  {
    name: 'monthlyReports', path: '/reports/monthly', roles: ['supervisor', 'manager', 'admin', 'customer'], reads: 'get /api/sla-reports/monthly', group: 'business', icon: <FileDoneOutlined />,
    load: async () => (await import('./business/monthly/ReportList')).ReportList,
  },
  {
    name: 'monthlyReport', path: '/reports/monthly/:id', roles: ['supervisor', 'manager', 'admin', 'customer'], reads: 'get /api/sla-reports/monthly/{id}',
    load: async () => (await import('./business/monthly/ReportPage')).ReportPage,
  },
  {
    name: 'compensations', path: '/compensations', roles: ['supervisor', 'manager', 'admin', 'customer'], reads: 'get /api/compensations', group: 'business', icon: <PayCircleOutlined />,
    load: either(async () => (await import('./business/compensation/CompensationList')).CompensationList, async () => (await import('./portal/MyCompensations')).MyCompensations),
  },
  {
    name: 'compensation', path: '/compensations/:id', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/compensations/{id}',
    load: async () => (await import('./business/compensation/CompensationPage')).CompensationPage,
  },
  {
    name: 'contracts', path: '/contracts', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/agreements', group: 'business', icon: <FileProtectOutlined />,
    load: async () => (await import('./contracts/ContractList')).ContractList,
  },
  { name: 'contract', path: '/contracts/:id', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/agreements/{id}', load: async () => (await import('./contracts/ContractPage')).ContractPage },
  {
    name: 'calendars', path: '/calendars', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/calendars', group: 'business', icon: <CalendarOutlined />,
    load: async () => (await import('./calendars/CalendarList')).CalendarList,
  },
  { name: 'calendar', path: '/calendars/:name', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/calendars/{name}', load: async () => (await import('./calendars/CalendarPage')).CalendarPage },
  {
    name: 'engineers', path: '/admin/engineers', roles: ['supervisor', 'admin'], reads: 'get /api/engineers', group: 'system', icon: <ToolOutlined />,
    load: async () => (await import('./roster/EngineersPage')).EngineersPage,
  },
  {
    name: 'health', path: '/admin/health', roles: ['admin'], reads: 'get /api/operations/{service}/health', group: 'system', icon: <HeartOutlined />, tab: 1,
    load: async () => (await import('./admin/health/HealthPage')).HealthPage,
  },
  {
    name: 'parked', path: '/admin/parked', roles: ['admin'], reads: 'get /api/operations/{service}/parked', group: 'system', icon: <InboxOutlined />, tab: 2,
    load: async () => (await import('./admin/parked/ParkedPage')).ParkedPage,
  },
  {
    name: 'audit', path: '/admin/audit', roles: ['admin', 'manager'], reads: 'get /api/operations/{service}/audit', group: 'system', icon: <AuditOutlined />, tab: 3,
    load: async () => (await import('./admin/audit/AuditPage')).AuditPage,
  },
  {
    name: 'notifications', path: '/admin/notifications', roles: ['admin', 'supervisor', 'manager'], reads: 'get /api/notifications', group: 'system', icon: <MailOutlined />, tab: 4,
    load: async () => (await import('./admin/notifications/NotificationList')).NotificationList,
  },
  {
    name: 'webhooks', path: '/admin/webhooks', roles: ['admin'], reads: 'get /api/webhooks', group: 'system', icon: <ApiOutlined />,
    load: async () => (await import('./admin/webhooks/WebhookList')).WebhookList,
  },
  { name: 'webhook', path: '/admin/webhooks/:id', roles: ['admin'], reads: 'get /api/webhooks/{id}', load: async () => (await import('./admin/webhooks/WebhookPage')).WebhookPage },
];
