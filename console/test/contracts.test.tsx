import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import type { Content } from '../src/contracts/api';
import { ContractPage } from '../src/contracts/ContractPage';
import { EMPTY, lengthOf, sortFields, textOf, valuesOf } from '../src/contracts/form';
import { compare, linesOf } from '../src/contracts/lines';
import { currentOf, standingOf } from '../src/contracts/timeline';
import i18n from '../src/i18n';
import '../src/contracts/i18n';
import { show, stubBrowser } from './browser';

const t = i18n.getFixedT('zh-CN');
const WORDS = { t, kind: (code: string) => ({ RESOLUTION_24H: '24小时内解决', ACKNOWLEDGE: '及时受理' })[code] ?? '？', calendar: () => '办公时间', product: () => '收银机 1 号' };
/** The example of docs/sla.md. */
const CONTENT: Content = {
  services: [
    { name: 'tills', products: ['积分收银系统'], levels: [{ priority: 'P1', kind: 'RESOLUTION_24H', within: 'PT4H', calendar: 'office-cn', pausesOn: ['CUSTOMER'], warnPercent: 75, targetPercent: '95' }], objectives: [{ name: 'availability', percent: '99.5', measuredBy: 'monthly' }] },
    { name: 'everything else', levels: [{ kind: 'RESOLUTION_24H', within: 'PT24H', calendar: '24x7', pausesOn: [] }, { priority: 'P1', kind: 'ACKNOWLEDGE', within: 'PT10M' }] },
  ],
  exclusions: [{ name: '盘点停机', from: '2026-12-31T22:00:00', to: '2027-01-01T06:00:00' }, { name: '不可抗力', cause: 'FORCE_MAJEURE' }],
  compensation: { currency: 'CNY', monthlyFee: '12000.00', monthCapPercent: '20', breaches: [{ kind: 'RESOLUTION_24H', priority: 'P1', fixed: '100.00', perStartedHour: '50.00', cap: '300.00' }], attainments: [{ kind: 'RESOLUTION_24H', steps: [{ below: '95', creditPercent: '5' }, { below: '90', creditPercent: '10' }] }] },
};

describe('the form of a contract', () => {
  it('gives back what it was given, without what nobody said', () => {
    expect(textOf(valuesOf({ content: CONTENT, effectiveFrom: '2026-12-01', effectiveTo: null }))).toEqual({ effectiveFrom: '2026-12-01', content: CONTENT });
  });

  it('takes null of the service as not said', () => {
    const content = { services: [{ name: 'a', products: [], productIds: [], objectives: [], levels: [{ priority: null, kind: 'ACKNOWLEDGE', within: 'PT1H30M', calendar: null, pausesOn: null, warnPercent: null, targetPercent: null }] }], exclusions: [], compensation: null } as unknown as Content;
    expect(textOf(valuesOf({ content })).content).toEqual({ services: [{ name: 'a', levels: [{ kind: 'ACKNOWLEDGE', within: 'PT90M' }] }] });
  });

  it('begins with one service and one level', () => {
    expect(EMPTY.services).toHaveLength(1);
    expect(EMPTY.services[0]!.levels).toHaveLength(1);
  });

  it.each([['PT24H', 24, 'H'], ['PT30M', 30, 'M'], ['PT90M', 90, 'M'], ['PT45S', 45, 'S'], ['P1DT1H', 25, 'H']] as const)('reads %s in the largest unit without a rest', (within, amount, unit) => {
    expect(lengthOf(within)).toEqual({ amount, unit });
  });

  it('puts complaints beside their fields, and the others below', () => {
    const { fields, rest } = sortFields([{ field: 'services[0].levels[1].within', message: '需要时限' }, { field: 'draft.request.content.services[1].name', message: '请填写' }, { field: 'services[0].levels', message: '不能约定' }, { field: 'effectiveTo', message: '早于起始日' }]);
    expect(fields).toEqual([{ name: ['services', 0, 'levels', 1, 'amount'], errors: ['需要时限'] }, { name: ['services', 1, 'name'], errors: ['请填写'] }, { name: ['effectiveTo'], errors: ['早于起始日'] }]);
    expect(rest).toEqual(['不能约定']);
  });
});

describe('what a contract says', () => {
  const lines = linesOf(CONTENT, WORDS);

  it('says everything in words, and no code', () => {
    const text = lines.map(line => `${line.label}：${line.value}`).join('\n');
    expect(text).toContain('tills · P1 · 24小时内解决：4 小时内；按“办公时间”计时；等待客户时停表；用到 75% 时提醒；每月目标 95%');
    expect(text).toContain('everything else · 其他优先级 · 24小时内解决：24 小时内；按“办公时间”计时；从不停表');
    expect(text).toContain('everything else · 适用产品：全部产品');
    expect(text).toContain('盘点停机：2026-12-31 22:00 至 2027-01-01 06:00 不计');
    expect(text).toContain('不可抗力：不可抗力，须有证明');
    expect(text).toContain('超时补偿 · P1 · 24小时内解决：每次 100.00 CNY；每开始一小时 50.00 CNY；单次最多 300.00 CNY');
    expect(text).toContain('低于 95% 补偿月费的 5%；低于 90% 补偿月费的 10%');
    expect(text).not.toMatch(/RESOLUTION|FORCE_|PT\d/);
    expect(new Set(lines.map(line => line.key)).size).toBe(lines.length);
  });

  it('tells what another version says otherwise, adds and leaves out', () => {
    const [tills, rest] = CONTENT.services;
    const later: Content = { ...CONTENT, services: [{ ...tills!, levels: [{ ...tills!.levels[0]!, within: 'PT6H' }, { priority: 'P2', kind: 'RESOLUTION_24H', within: 'PT8H' }] }, rest!], exclusions: [] };
    const changes = compare(lines, linesOf(later, WORDS)).filter(change => change.what !== 'same');
    expect(changes.map(change => [change.what, change.label])).toEqual([['changed', 'tills · P1 · 24小时内解决'], ['added', 'tills · P2 · 24小时内解决'], ['removed', '盘点停机'], ['removed', '不可抗力']]);
    expect(changes[0]!.before).toContain('4 小时内');
    expect(changes[0]!.after).toContain('6 小时内');
  });
});

it('knows which version holds', () => {
  const versions = [
    { number: 1, status: 'ACTIVE', effectiveFrom: '2026-01-01' }, { number: 2, status: 'ACTIVE', effectiveFrom: '2026-07-01', effectiveTo: '2026-12-31' }, { number: 3, status: 'ACTIVE', effectiveFrom: '2027-01-01' }, { number: 4, status: 'DRAFT', effectiveFrom: '2026-02-01' },
  ] as const;
  expect(versions.map(line => standingOf(line, versions, '2026-11-27'))).toEqual(['past', 'current', 'upcoming', 'draft']);
  expect(currentOf(versions, '2026-11-27')?.number).toBe(2);
  expect(currentOf(versions.slice(1, 2), '2027-01-01')).toBeUndefined();
});

describe('the page of a contract', () => {
  /** A form in a browser that is none takes a while for each of its fields. */
  const SMALL: Content = { services: [{ name: 'tills', levels: [{ priority: 'P1', kind: 'RESOLUTION_24H', within: 'PT4H' }] }, { name: 'rest', levels: [{ kind: 'ACKNOWLEDGE', within: 'PT10M' }] }] };
  const MANAGER: Me = { subject: 'm', name: '孙经理', username: 'manager', roles: ['manager'], customers: [] };
  let sent: { method: string; path: string; body: unknown }[] = [];
  let matches: (string | undefined)[] = [];
  let refused: [number, unknown] | undefined;
  /** How often the version has been saved. */
  let saved = 3;
  const contract = { id: 'a1', version: 1, number: 'HT-2026-017', type: 'SLA', customerId: 'k1', customerName: '幸福超市', name: '运维合同', zone: 'Asia/Shanghai', versions: [{ number: 1, status: 'ACTIVE', effectiveFrom: '2026-01-01' }, { number: 2, status: 'DRAFT', effectiveFrom: '2027-01-01' }] };
  const versionOf = (number: number) => ({ id: `v${number}`, version: saved, agreementId: 'a1', number, status: number === 1 ? 'ACTIVE' : 'DRAFT', effectiveFrom: number === 1 ? '2026-01-01' : '2027-01-01', content: SMALL, writtenBy: 'supervisor', writtenAt: '2026-01-01T00:00:00Z' });

  beforeAll(() => {
    configure({ asyncUtilTimeout: 10_000 });
    stubBrowser(true);
  });
  beforeEach(() => {
    sent = [];
    matches = [];
    refused = undefined;
    saved = 3;
    sessionStorage.clear();
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      if (request.method !== 'GET') matches.push((request.headers as Record<string, string>)['If-Match']);
      if (request.method !== 'GET') sent.push({ method: request.method!, path, body: JSON.parse(String(request.body)) });
      const number = /versions\/(\d)$/.exec(path)?.[1];
      const kinds = { items: [{ kind: 'RESOLUTION_24H', zh: '24小时内解决', en: 'x', promised: true, allowsTime: true, agreements: ['SLA'] }, { kind: 'ACKNOWLEDGE', zh: '及时受理', en: 'y', promised: true, allowsTime: true, agreements: ['SLA'] }] };
      const answer: [number, unknown] = request.method !== 'GET' && refused ? refused
        : [200, path === '/api/agreements/a1' ? contract : number ? versionOf(Number(number)) : path.endsWith('/kinds') ? kinds : path.includes('/preview') ? { items: [{ clockId: 'c', kind: 'RESOLUTION_24H', priority: 'P1', dueAt: '2026-11-27T01:00:00Z', newDueAt: '2026-11-27T03:00:00Z', breaksAtOnce: true }], next: null } : { items: [], next: null }];
      return { ok: answer[0] < 400, status: answer[0], type: 'basic', text: async () => JSON.stringify(answer[1]) };
    });
  });
  afterEach(cleanup);

  it('shows the version that holds, and against another one what is different', async () => {
    show(MANAGER, <ContractPage />, '/contracts/a1?with=2', '/contracts/:id');
    expect((await screen.findByTestId('comparison')).textContent).toContain('两版内容完全相同');
    expect(screen.getByTestId('version').dataset.number).toBe('1');
  });

  it('puts a draft in force with a reason, for open promises when asked', async () => {
    show(MANAGER, <ContractPage />, '/contracts/a1?version=2', '/contracts/:id');
    fireEvent.click(await screen.findByTestId('activate'));
    fireEvent.click(await screen.findByLabelText('也用于未结的承诺'));
    fireEvent.change(screen.getByTestId('contract-reason'), { target: { value: '客户已签字' } });
    fireEvent.click(screen.getByTestId('activate-submit'));
    await waitFor(() => expect(sent).toEqual([{ method: 'POST', path: '/api/agreements/a1/versions/2/activate', body: { applyTo: 'OPEN_PROMISES', reason: '客户已签字' } }]));
  });

  it('shows whom a text would touch before it is saved', async () => {
    show(MANAGER, <ContractPage />, '/contracts/a1?version=2', '/contracts/:id');
    fireEvent.click(await screen.findByTestId('what-if'));
    const row = await screen.findByTestId('what-if-row');
    expect(row.textContent).toContain('会立即超时');
    expect(screen.getByTestId('what-if-sum').textContent).toContain('已列出 1 个，其中 1 个会立即超时');
    expect(sent[0]!.body).toEqual({ effectiveFrom: '2027-01-01', content: SMALL });
  });

  it('saves a changed draft as it stands in the form, and puts complaints beside the fields', async () => {
    refused = [422, { type: '/problems/rejected', detail: '请求不符合规则', errors: [{ field: 'services[1].levels[0].within', message: '需要时限' }] }];
    show(MANAGER, <ContractPage />, '/contracts/a1?edit=2', '/contracts/:id');
    const name = await screen.findByTestId('service-0-name');
    fireEvent.change(name, { target: { value: '收银' } });
    fireEvent.click(screen.getByTestId('save-version'));
    await screen.findByText('需要时限');
    expect(sent[0]).toEqual({ method: 'PUT', path: '/api/agreements/a1/versions/2', body: { effectiveFrom: '2027-01-01', content: { services: [{ ...SMALL.services[0]!, name: '收银' }, SMALL.services[1]!] } } });
  });

  it('never saves over what somebody else wrote meanwhile without asking, also when the page was loaded anew', async () => {
    show(MANAGER, <ContractPage />, '/contracts/a1?edit=2', '/contracts/:id');
    fireEvent.change(await screen.findByTestId('service-0-name'), { target: { value: '我的' } });
    cleanup();
    saved = 4;
    show(MANAGER, <ContractPage />, '/contracts/a1?edit=2', '/contracts/:id');
    expect((await screen.findByTestId('overtaken')).textContent).toContain('别人已保存了这一版');
    expect((screen.getByTestId('service-0-name') as HTMLInputElement).value).toBe('我的');
    expect((screen.getByTestId('save-version') as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByTestId('keep-mine'));
    await waitFor(() => expect(screen.queryByTestId('overtaken')).toBeNull());
    fireEvent.click(screen.getByTestId('save-version'));
    await waitFor(() => expect(sent.map(each => each.method)).toEqual(['PUT']));
    expect(matches).toEqual(['"4"']);
  });

  it('shows what somebody else wrote to whoever gives his own up', async () => {
    show(MANAGER, <ContractPage />, '/contracts/a1?edit=2', '/contracts/:id');
    fireEvent.change(await screen.findByTestId('service-0-name'), { target: { value: '我的' } });
    cleanup();
    saved = 4;
    show(MANAGER, <ContractPage />, '/contracts/a1?edit=2', '/contracts/:id');
    fireEvent.click(await screen.findByTestId('take-theirs'));
    await waitFor(() => expect((screen.getByTestId('service-0-name') as HTMLInputElement).value).toBe('tills'));
    expect(screen.queryByTestId('overtaken')).toBeNull();
  });
});
