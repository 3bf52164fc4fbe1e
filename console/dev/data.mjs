// Invented data for looking at the pages without the services.
import { readFileSync } from 'node:fs';

export const XINGFU = '0190a000-0000-7000-8000-000000000001';
export const YANGGUANG = '0190a000-0000-7000-8000-000000000002';
const sub = number => `0190a000-0000-7000-8000-0000000001${number}`;

export const users = {
  agent: { subject: sub('01'), name: '王坐席', username: 'agent', roles: ['agent'], customers: [] },
  engineer: { subject: sub('02'), name: '李工', username: 'engineer', roles: ['engineer'], customers: [] },
  manager: { subject: sub('06'), name: '孙经理', username: 'manager', roles: ['manager'], customers: [] },
  admin: { subject: sub('07'), name: '管理员', username: 'admin', roles: ['admin'], customers: [] },
  presales: { subject: sub('08'), name: '吴售前', username: 'presales', roles: ['presales'], customers: [] },
  supervisor: { subject: sub('05'), name: '陈主管', username: 'supervisor', roles: ['supervisor'], customers: [] },
  customer: { subject: sub('09'), name: '刘店长', username: 'customer', roles: ['customer'], customers: [{ id: XINGFU, alias: 'xingfu' }] },
};

export const engineers = [{ id: sub('02'), name: '李工' }, { id: sub('03'), name: '赵工' }];

export const customers = [
  { id: XINGFU, name: '幸福超市', level: 'IMPORTANT',
    sites: [{ id: 's1', name: '人民路店', address: '上海市黄浦区人民路****' }, { id: 's2', name: '西湖店', address: '杭州市西湖区文三路****' }],
    contacts: [{ id: 'c1', name: '刘*', salutation: '店长', phone: '138****34', siteId: 's1', language: 'en' }, { id: 'c2', name: '马*', salutation: '女士', phone: '139****88', siteId: 's2', language: 'zh' }],
    products: [{ id: 'p1', name: '收银机 POS-300', serial: 'SN-88123', siteId: 's1' }, { id: 'p2', name: '票据打印机 TP-80', serial: 'SN-4021', siteId: 's1' }] },
  { id: YANGGUANG, name: '阳光小学', level: 'STANDARD', sites: [{ id: 's3', name: '本部', address: '上海市徐汇区****' }], contacts: [], products: [] },
];

export const articles = [
  { id: 'a1', title: '收银机无法打印小票', symptom: '打印机灯亮但不出纸', cause: '打印端口被系统更新改回默认', fix: '在打印设置里把端口改回 COM3，\n打印测试页确认。', status: 'PUBLISHED' },
  { id: 'a2', title: '小票打印字迹淡', cause: '热敏头积灰', fix: '断电后用酒精棉清洁热敏头。', status: 'PUBLISHED' },
];

const summaries = ['收银机无法打印小票，打印机灯亮但不出纸', '会员系统登录很慢', '门店网络时断时续', '扫码枪读不出条码', '服务器备份失败告警', '监控录像缺失', '电子秤与收银机不同步'];
const statuses = ['OPEN', 'ON_SITE', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'CANCELLED'];
const HOUR = 3_600_000;
const at = hours => new Date(Date.now() + hours * HOUR).toISOString();

/** `TICKETS=1000 npm run mock`: long lists. */
export const tickets = Array.from({ length: Number(process.env.TICKETS ?? 47) }, (_, index) => ({
  id: `0190b000-0000-7000-8000-${String(index).padStart(12, '0')}`, version: 1, number: `2611-${String(5100 - index)}`,
  customerId: index % 4 === 3 ? YANGGUANG : XINGFU, customerName: index % 4 === 3 ? '阳光小学' : '幸福超市', siteId: 's1', contactId: 'c1', productId: 'p1',
  channel: index % 2 ? 'PORTAL' : 'PHONE', source: 'USER', summary: summaries[index % 7], symptom: '早上开门后第一单就打不出来，\n重启过一次仍然不行。',
  impact: 'MEDIUM', urgency: 'HIGH', priority: `P${1 + (index % 4)}`, status: statuses[index % 7], assignee: index % 7 ? sub('02') : null, openedAt: at(-1 - index * 3),
  openedBy: sub('01'), expectedBy: index % 3 ? null : at(5 - index), resolveBy: at(23 - index * 3), breached: index % 7 < 4 && 23 - index * 3 < 0, visitId: null,
  resolution: [4, 5].includes(index % 7) ? { category: '外设', cause: '打印端口被改回默认', fix: '把端口改回 COM3 并打印测试页', method: 'REMOTE', articleId: 'a1' } : null,
}));

/** One of every kind, as the services tell them. */
export const fullStory = ticket => {
  const engineer = { engineerId: sub('02'), engineerName: '李工', windowStart: at(3), windowEnd: at(5) };
  const promise = (type, kind, dueAt) => [type, { kind, dueAt }, null];
  return [
    ['TicketOpened', { channel: ticket.channel, summary: ticket.summary }, '王坐席'], promise('PromiseMade', 'RESOLUTION_24H', ticket.resolveBy),
    promise('PromiseMade', 'ACKNOWLEDGE', at(-0.5)), ['NotificationDelivered', { template: 'promise', channel: 'EMAIL' }, null], ['TicketAcknowledged', {}, '王坐席'], promise('SlaMet', 'ACKNOWLEDGE', at(-0.5)),
    ['TicketAssigned', { assignee: sub('02') }, '王坐席'], ['PhoneFixAttempted', { succeeded: false, steps: '检查电源与数据线，重启打印服务' }, '王坐席'],
    ['RemoteSessionStarted', { tool: '向日葵', scope: '打印设置' }, '李工'], ['RemoteStepLogged', { action: '查看打印端口', result: '端口为 LPT1' }, '李工'],
    ['RemoteSessionEnded', { succeeded: false, steps: 2, result: '驱动损坏，需现场更换' }, '李工'], ['VisitRequested', { need: '更换打印机驱动板', preferredFrom: at(3), preferredTo: at(5) }, '李工'],
    ['VisitOrdered', { number: 'V2611-0007', missing: ['phone'] }, null], ['VisitScheduled', engineer, '周调度'], ['VisitAccepted', engineer, '李工'],
    ['VisitDelayed', { ...engineer, previousStart: at(2), previousEnd: at(4), reason: 'PREVIOUS_VISIT_OVERRUN' }, '李工'], promise('SlaWarned', 'RESOLUTION_24H', ticket.resolveBy), ['EngineerDeparted', engineer, '李工'],
    ['VisitStarted', { punctuality: 'ON_TARGET' }, '李工'], ['VisitCompleted', { outcome: 'FIXED', work: '更换驱动板并打印测试页' }, '李工'], ['VisitSigned', {}, null],
    ['NotificationFailed', { channel: 'EMAIL', reason: 'NO_ADDRESS' }, null], ['PatrolItemFailed', { item: '机柜温度', value: 41, urgent: true }, null],
  ].map(([type, data, actor], index) => ({ seq: index + 1, at: at(-1 + index / 30), type, actor, source: 'ticket-service', data }));
};

const checklist = [{ item: '断电检查', done: true }, { item: '更换打印头', done: true }, { item: '清洁进纸滚轮', done: false }];
export const visits = ['SCHEDULED', 'ORDERED', 'ACCEPTED', 'DEPARTED', 'STARTED', 'COMPLETED', 'SIGNED', 'CANCELLED'].map((status, index) => ({
  id: `0190c000-0000-7000-8000-00000000000${index}`, version: 1, number: `V2611-000${9 - index}`, ticketId: tickets[1].id, ticketNumber: tickets[1].number, status, need: '上门更换票据打印机的打印头，并检查网络线路', skipReason: null,
  contactName: '刘海燕', salutation: '店长', phone: index % 2 ? '138****34' : '13812341234', address: '上海市黄浦区人民路 100 号', missing: status === 'ORDERED' ? ['phone', 'address'] : [], preferredFrom: at(20), preferredTo: at(22),
  engineerId: status === 'ORDERED' ? null : sub('02'), engineerName: status === 'ORDERED' ? null : '李工', windowStart: status === 'ORDERED' ? null : at(3 + index), windowEnd: status === 'ORDERED' ? null : at(5 + index),
  customerSentence: index < 4 && status !== 'ORDERED' ? '今天我将于14:00-16:00之间为您提供上门服务' : null, arrivedAt: index > 3 && index < 7 ? at(-1) : null, punctuality: index > 3 ? 'ON_TARGET' : null,
  checklist: index > 4 && index < 7 ? checklist : [], work: index > 4 && index < 7 ? '更换打印头，试打 3 张小票正常' : null, outcome: index > 4 && index < 7 ? 'FIXED' : null, cause: null, fix: null, remark: null, completedAt: index > 4 ? at(-0.2) : null, signedAt: status === 'SIGNED' ? at(-0.1) : null,
}));

export const offer = {
  number: 'V2611-0004', ticketNumber: '2611-0042', need: '上门更换票据打印机的打印头，并检查网络线路', windowStart: at(-2), windowEnd: at(0), engineerName: '李工', checklist, work: '更换打印头，试打 3 张小票正常。网络线路检查正常。', outcome: 'FIXED',
  cause: '打印头老化', fix: '更换打印头（型号 TP-80H）', arrivedAt: at(-2.1), completedAt: at(-0.3), documentHash: '3fa9c21b7d0e4a6f9b8c1d2e3f405162738495a6b7c8d9e0f1a2b3c4d5e6f708', expiresAt: at(47),
};

export const clocks = [['RESOLUTION_24H', 'RUNNING', 22], ['EXPECTED_TIME', 'PAUSED', 5], ['ACKNOWLEDGE', 'MET', -0.6], ['ARRIVAL', 'BREACHED', -0.2]].map(([kind, status, due], index) => ({ id: `k${index}`, kind, status, startedAt: at(-1), dueAt: at(due) }));
/** As sla-service names them: the only place where the names stand. */
const promises = readFileSync(new URL('../../sla-service/src/main/resources/promises.yaml', import.meta.url), 'utf8');
export const kinds = [...promises.matchAll(/^(\w+):\n {2}name: \{zh: (.+), en: (.+)\}/gm)].map(([, kind, zh, en]) => ({ kind, zh, en, promised: true, allowsTime: true, agreements: ['SLA', 'OLA', 'SUPPLIER'] }));
export const explanation = { status: 'RUNNING', dueAt: at(21), sentence: `“${kinds[0].zh}”正在计时：从 2026-11-22 11:00:00 开始，已扣除等待客户的 2 小时，应于 2026-11-23 13:00:00 前完成，还剩 21 小时 40 分。`, steps: [
  { at: at(-1), sentence: '2026-11-22 11:00:00 开始计时，期限 24 小时。' }, { at: at(-0.5), notCounted: [], sentence: '2026-11-22 11:30:00 等待客户，暂停计时（CUSTOMER，客户未接电话）。' }, { at: at(-0.2), notCounted: [{ why: 'STANDING_STILL', time: 'PT18M' }], untilDue: [{ why: 'OFF_HOURS', time: 'PT9H' }], sentence: '2026-11-22 13:30:00 继续计时，应于 2026-11-23 13:00:00 前完成。' }] };
