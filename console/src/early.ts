/**
 * Answers that were asked for before the program that shows them was there. Each is given out once, to the first call that asks the same; whoever comes
 * later, or much later, asks anew.
 */
const asked = new Map<string, { at: number; answer: Promise<Response> }>();
const GOOD_FOR_MS = 10_000;

/** What every question of the console says about itself. */
export const asking = (language: string): Record<string, string> => ({
  Accept: 'application/json, application/problem+json', 'Accept-Language': language, 'X-Requested-With': 'JavaScript',
});

/** @param headers none where the browser asks already because `index.html` says so: only what asks the same gets that answer */
export function askEarly(path: string, headers?: Record<string, string>): Promise<Response> {
  const answer = fetch(path, { headers, credentials: 'same-origin', redirect: 'manual' });
  // Who takes it hears of a failure; when nobody does it is no event.
  answer.catch(() => undefined);
  asked.set(path, { at: performance.now(), answer });
  return answer;
}

export function takeEarly(path: string): Promise<Response> | undefined {
  const early = asked.get(path);
  asked.delete(path);
  return early && performance.now() - early.at < GOOD_FOR_MS ? early.answer : undefined;
}
