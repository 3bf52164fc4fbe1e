/** RFC 9457 problem as every Gongdan service answers it; `status` 0 means that no answer came at all. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  traceId?: string;
  errors?: FieldError[];
}

export interface FieldError {
  field: string;
  message: string;
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${problem.status}`);
  }

  /** The last part of `/problems/<slug>`. */
  get slug(): string {
    return this.problem.type?.split('/').pop() ?? '';
  }

  /** The gateway answers 499 instead of a redirect when a script calls it without a session. */
  get signedOut(): boolean {
    return this.problem.status === 401 || this.problem.status === 499;
  }
}

/** Reads an error answer whatever its body is: a proxy's HTML page must not break the page that shows it. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '');
  try {
    const body: unknown = JSON.parse(text);
    if (body && typeof body === 'object') return { ...body, status: response.status };
  } catch { /* not JSON */ }
  return { status: response.status };
}

export interface SortedErrors {
  mapped: { name: string; errors: string[] }[];
  rest: string[];
}

/** Splits field errors into those the form can show beside a field and the others. Paths such as `open.request.summary` count by their last part. */
export function sortErrors(problem: Problem, fields: readonly string[]): SortedErrors {
  const mapped = new Map<string, string[]>();
  const rest: string[] = [];
  for (const { field, message } of problem.errors ?? []) {
    const name = [field, field?.split('.').pop() ?? ''].find(candidate => fields.includes(candidate));
    if (name) mapped.set(name, [...(mapped.get(name) ?? []), message]);
    else rest.push(field ? `${field}: ${message}` : message);
  }
  return { mapped: [...mapped].map(([name, errors]) => ({ name, errors })), rest };
}
