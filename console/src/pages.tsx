import {
  ApiOutlined, AuditOutlined, CarOutlined, ContainerOutlined, FileSearchOutlined, HeartOutlined, InboxOutlined, MailOutlined, PlusCircleOutlined, ReadOutlined, TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
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
    load: async () => (await import('./list/TicketList')).TicketList,
  },
  {
    name: 'open', path: '/tickets/new', roles: OPENS, reads: 'post /api/tickets', group: 'desk', icon: <PlusCircleOutlined />, tab: 2,
    load: async () => (await import('./open/OpenTicket')).OpenTicket,
  },
  { name: 'ticket', path: '/tickets/:id', roles: READS.tickets, reads: 'get /api/tickets/{id}', load: async () => (await import('./ticket/TicketPage')).TicketPage },
  {
    name: 'customers', path: '/customers', roles: READS.customers, reads: 'get /api/customers', group: 'desk', icon: <TeamOutlined />, tab: 4,
    load: async () => (await import('./customer/CustomerList')).CustomerList,
  },
  { name: 'customer', path: '/customers/:id', roles: READS.customers, reads: 'get /api/customers/{id}', load: async () => (await import('./customer/CustomerPage')).CustomerPage },
  {
    name: 'visits', path: '/visits', roles: READS.visits, reads: 'get /api/visits', group: 'field', icon: <CarOutlined />, tab: 3,
    load: async () => (await import('./visit/VisitList')).VisitList,
  },
  { name: 'visit', path: '/visits/:id', roles: READS.visits, reads: 'get /api/visits/{id}', load: async () => (await import('./visit/VisitPage')).VisitPage },
  {
    name: 'articleReview', path: '/review/articles', roles: ['supervisor'], reads: 'get /api/articles', group: 'lead', icon: <ReadOutlined />,
    load: async () => (await import('./review/ArticleReview')).ArticleReview,
  },
  {
    name: 'causes', path: '/review/causes', roles: ['supervisor', 'manager', 'admin'], reads: 'get /api/sla-reports/causes', group: 'lead', icon: <FileSearchOutlined />,
    load: async () => (await import('./review/CauseList')).CauseList,
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

/** Where the day of each role begins; whoever has several roles begins at the first that fits. */
export const HOMES: readonly (readonly [Role, string])[] = [
  ['supervisor', '/visits'], // 派工板、风险墙
  ['agent', '/tickets?queue=NEW'], // 队列
  ['engineer', '/visits'], // 今天
  ['manager', '/tickets'], // 经营看板
  ['admin', '/admin/health'], // 运维台
  ['customer', '/tickets'], // 我的服务
];
