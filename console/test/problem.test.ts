import { afterEach, expect, it, vi } from 'vitest';
import { call, onSessionLost } from '../src/http';
import i18n from '../src/i18n';
import { ProblemError, problemOf, sortErrors } from '../src/problem';
import { explain } from '../src/ui/ProblemNote';

const answer = (status: number, body = '', type = 'application/problem+json') => new Response(body, { status, headers: { 'Content-Type': type } });
afterEach(() => vi.unstubAllGlobals());

it('keeps what the service said and the real status', async () => {
  const problem = await problemOf(answer(422, '{"type":"/problems/too-late","status":1,"detail":"已过期限"}'));
  expect(problem).toMatchObject({ status: 422, detail: '已过期限' });
  expect(new ProblemError(problem).slug).toBe('too-late');
});

it('survives an answer that is no problem at all', async () => {
  expect(await problemOf(answer(502, '<html>bad gateway</html>', 'text/html'))).toEqual({ status: 502 });
  expect(await problemOf(answer(500, '"text"'))).toEqual({ status: 500 });
});

it('puts field errors to the fields of the form and keeps the others', () => {
  const errors = [
    { field: 'summary', message: '太长' }, { field: 'open.request.summary', message: '不能为空' }, { field: 'expectedBy', message: '必须在将来' }, { field: 'source', message: '未知' }, { field: '', message: '整体有误' },
  ];
  expect(sortErrors({ status: 400, errors }, [['summary'], ['expectedBy']])).toEqual({
    mapped: [{ name: ['summary'], errors: ['太长', '不能为空'] }, { name: ['expectedBy'], errors: ['必须在将来'] }],
    rest: ['未知', '整体有误'],
  });
  expect(sortErrors({ status: 500 }, [['summary']])).toEqual({ mapped: [], rest: [] });
});

it('finds the row of a list that a service means, and tells nobody the code of a field', () => {
  const errors = [{ field: 'rotation.turns[1].name', message: '太长' }, { field: 'draft.turns[7].name', message: '重复' }, { field: 'name', message: '不能为空' }];
  expect(sortErrors({ status: 400, errors }, [['turns', 0, 'name'], ['turns', 1, 'name']])).toEqual({ mapped: [{ name: ['turns', 1, 'name'], errors: ['太长'] }], rest: ['重复', '不能为空'] });
  expect(sortErrors({ status: 400, errors: errors.slice(0, 1) }, [['name'], ['turns', 1, 'name']]).mapped).toEqual([{ name: ['turns', 1, 'name'], errors: ['太长'] }]);
});

it('explains in the language of the page when the service said nothing', () => {
  const say = (problem: ConstructorParameters<typeof ProblemError>[0]) => explain(new ProblemError(problem), i18n.getFixedT('zh-CN')).text;
  expect(say({ status: 409, detail: '工单已关闭' })).toBe('工单已关闭');
  expect(say({ status: 503 })).toBe('服务暂时不可用，请稍后再试。');
  expect(say({ status: 418 })).toContain('418');
});

it('sends the headers the gateway wants', async () => {
  const sent = vi.fn(async (..._: unknown[]) => answer(200, '{"ok":true}'));
  vi.stubGlobal('fetch', sent);
  await expect(call('POST', '/api/tickets', { body: { a: 1 }, key: 'k1' })).resolves.toEqual({ ok: true });
  expect(sent.mock.calls[0]![1]).toMatchObject({
    method: 'POST', body: '{"a":1}',
    headers: { 'X-Gongdan-Csrf': '1', 'X-Requested-With': 'JavaScript', 'Accept-Language': 'zh-CN', 'Idempotency-Key': 'k1', 'Content-Type': 'application/json' },
  });
  await call('GET', '/api/tickets');
  expect((sent.mock.calls[1]![1] as RequestInit).headers).not.toHaveProperty('X-Gongdan-Csrf');
});

it.each([401, 499])('tells that the session is gone at %i, unless the caller asked for it', async status => {
  vi.stubGlobal('fetch', async () => status === 499 ? ({ ok: false, status, type: 'basic', text: async () => '' }) : answer(status));
  const lost = vi.fn();
  const stop = onSessionLost(lost);
  await expect(call('GET', '/bff/me', { quiet: true })).rejects.toMatchObject({ signedOut: true });
  expect(lost).not.toHaveBeenCalled();
  await expect(call('GET', '/api/tickets')).rejects.toMatchObject({ signedOut: true });
  expect(lost).toHaveBeenCalledOnce();
  stop();
});

it('turns a broken network into a problem with status 0', async () => {
  vi.stubGlobal('fetch', async () => { throw new TypeError('failed to fetch'); });
  await expect(call('GET', '/api/tickets')).rejects.toMatchObject({ problem: { status: 0 } });
});

it('tells people no ids, and whose session is over nothing of tokens', () => {
  const t = ((key: string) => key) as never;
  expect(explain(new ProblemError({ status: 409, detail: '班次 01a21c8d-46ea-708c-b31a-3aadb0431ece 当前状态为 已撤销，不能变更为 已撤销。' }), t).text).toBe('班次 当前状态为 已撤销，不能变更为 已撤销。');
  expect(explain(new ProblemError({ status: 404, detail: 'There is no ticket 01a21c8d-46ea-708c-b31a-3aadb0431ece.' }), t).text).toBe('There is no ticket.');
  expect(explain(new ProblemError({ status: 401, detail: '请先登录，或提供有效的访问令牌。' }), t).text).toBe('problem.signedOut');
});
