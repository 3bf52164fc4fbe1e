import { describe, expect, it } from 'vitest';
import type { StoryItem } from '../src/api';
import i18n from '../src/i18n';
import { sentence, TELLERS } from '../src/ticket/sentences';

/** The events of a ticket that its customer reads in the story, by their owners' contracts; one without a sentence of its own would be told generically. */
const schemas = import.meta.glob<{ 'x-customer'?: string[] }>('../../*-service/contracts/events/*.schema.json', { import: 'default', eager: true });
const TYPES = Object.entries(schemas).filter(([, schema]) => schema['x-customer']?.includes('ticketId')).map(([file]) => file.split('/').at(-1)!.split('.')[0]!);

const ENGINEER = '0190a000-0000-7000-8000-000000000102';
const names = (id: unknown) => (id === ENGINEER ? '李工' : typeof id === 'string' && !id.includes('-7000-') ? id : undefined);
const kindName = (code: string) => (code === 'RESOLUTION_24H' ? '24小时内解决' : '…');
const everything = {
  channel: 'PHONE', summary: '收银机坏了', assignee: ENGINEER, engineerId: ENGINEER, succeeded: true, steps: 3, tool: '向日葵', scope: '打印', action: '查看', result: '正常', need: '换件', number: 'V1',
  missing: ['phone', 'address'], windowStart: '2026-11-23T06:00:00Z', windowEnd: '2026-11-23T08:00:00Z', previousStart: '2026-11-23T02:00:00Z', previousEnd: '2026-11-23T04:00:00Z', punctuality: 'ON_TARGET',
  outcome: 'FIXED', work: '更换', reason: 'PARTS', evidence: '采购单', category: '外设', cause: '老化', fix: '更换', method: 'ON_SITE', confirmedBy: '刘店长', scores: { call: 5, manners: 4 }, comment: '很好',
  kind: 'RESOLUTION_24H', dueAt: '2026-11-23T03:00:00Z', newTime: '2026-11-24T03:00:00Z', plan: '换新', consentBy: '刘店长', template: 'opened', note: '无人',
};
const item = (type: string, data: StoryItem['data'] = everything): StoryItem => ({ seq: 1, at: '2026-11-22T03:00:00Z', type, data });
const told = (language: string, one: StoryItem) => sentence(one, i18n.getFixedT(language), names, kindName);

describe.each(['zh-CN', 'en'])('in %s', language => {
  it.each([...new Set([...TYPES, ...Object.keys(TELLERS)])])('tells %s', type => {
    expect(TELLERS).toHaveProperty(type);
    for (const data of [everything, {}, null, { succeeded: false, reason: 'SOMETHING_NEW', kind: 'NEW_KIND', windowStart: 'no date', scores: 'none' }]) {
      const { text, details } = told(language, item(type, data));
      const words = [text, ...details.flatMap(each => [each.label, each.value])].join(' | ');
      expect(words).not.toMatch(/undefined|null|{{|NaN|Invalid|\[object|story\.|detail\.|enums\./);
      expect(text).not.toContain(type);
    }
    if (language === 'en') expect(told(language, item(type, {})).text).not.toMatch(/[\u4e00-\u9fff]/);
    else expect(told(language, item(type, {})).text).toMatch(/[\u4e00-\u9fff]/);
  });
});

it('knows the events of all services', () => {
  expect(TYPES.length).toBeGreaterThan(30);
});

it('puts names, times and words of the language into the sentence', () => {
  expect(told('zh-CN', item('VisitScheduled')).text).toBe('已安排李工上门：2026-11-23 14:00–16:00');
  expect(told('en', item('VisitScheduled')).text).toBe('李工 is to visit: 2026-11-23 14:00–16:00');
  expect(told('zh-CN', item('TicketAssigned')).text).toBe('已指派给李工');
  expect(told('zh-CN', item('TicketAssigned', { assignee: ENGINEER.replace('102', '199') })).text).toBe('已指派负责人');
  expect(told('zh-CN', item('PhoneFixAttempted', { succeeded: false })).text).toBe('电话指导处理，未能解决');
  expect(told('zh-CN', item('SurveyAnswered')).text).toBe('客户作了评价：电话接待 5 · 礼貌仪表 4');
  expect(told('en', item('SlaBreached')).text).toContain('2026-11-23 11:00');
  expect(told('zh-CN', item('SlaBreachWithdrawn', { ...everything, because: 'PAUSED' })).text).toBe('更正：承诺“24小时内解决”并未超时（等待客户的时间不计入），时限为 2026-11-23 11:00');
  expect(told('zh-CN', item('VisitOrdered')).details).toEqual([{ label: '尚缺资料', value: '电话、地址' }]);
});

it('puts codes into words, also where they stand below the sentence', () => {
  const below = (language: string, type: string, data: Record<string, unknown>) => told(language, item(type, data)).details.map(each => each.value);
  expect(below('zh-CN', 'NotificationFailed', { channel: 'EMAIL', reason: 'NO_ADDRESS' })).toEqual(['联系人没有邮箱']);
  expect(below('en', 'NotificationFailed', { channel: 'EMAIL', reason: 'REFUSED' })).toEqual(['the mail was refused']);
  expect(below('zh-CN', 'VisitDelayed', { reason: 'TRAFFIC' })).toEqual(['交通拥堵']);
  expect(below('zh-CN', 'VisitOrdered', { missing: ['name', 'address'] })).toEqual(['联系人姓名、地址']);
  expect(below('zh-CN', 'TicketReopened', { reason: 'TRAFFIC' })).toEqual(['TRAFFIC']);
});

it('tells an event that is newer than the console without its name and its fields', () => {
  expect(told('zh-CN', item('PatrolItemFailed', { item: '温度', result: 'TOO_HOT' }))).toEqual({ text: '有新的进展，刷新页面后显示内容', details: [], tone: 'plain' });
  expect(told('en', item('toString')).text).toBe('Something new happened; reload the page to read it');
});

it('calls a code that is newer than the console something else, never by itself', () => {
  expect(told('zh-CN', item('TicketWaiting', { reason: 'SOLAR_FLARE' })).text).toBe('工单暂停：其他');
  expect(told('en', item('VisitDelayed', { reason: 'SOLAR_FLARE' })).details.map(each => each.value)).toEqual(['other']);
});
