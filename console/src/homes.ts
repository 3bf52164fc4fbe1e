import type { Role } from './session';

/** Where the day of each role begins; whoever has several roles begins at the first that fits. */
export const HOMES: readonly (readonly [Role, string])[] = [
  ['supervisor', '/board'], // 派工板
  ['agent', '/tickets?queue=NEW'], // 队列
  ['engineer', '/day'], // 今天
  ['manager', '/dashboard'], // 经营看板
  ['admin', '/admin/health'], // 运维台
  ['customer', '/tickets'], // 我的服务
];

export const homeOfRoles = (roles: readonly string[]): string | undefined => HOMES.find(([role]) => roles.includes(role))?.[1];
