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

/** Where a field stands in a form, as antd names it: `['turns', 0, 'name']`. */
export type FieldPath = (string | number)[];

export interface SortedErrors {
  mapped: { name: FieldPath; errors: string[] }[];
  rest: string[];
}

const parts = (path: string): string[] => path.split(/[.[\]]+/).filter(Boolean);
const endsWith = (path: readonly string[], name: FieldPath): boolean =>
  name.length > 0 && name.length <= path.length && name.every((part, at) => String(part) === path[path.length - name.length + at]);

/**
 * Splits field errors into those that a form shows beside a field and the others, which are told without the field's code. A service calls fields by
 * their way into its command, such as `open.request.summary` or `rotation.turns[0].name`: the form's field with the longest end of that is meant.
 *
 * @param names of the fields that the form shows now
 */
export function sortErrors(problem: Problem, names: readonly FieldPath[]): SortedErrors {
  const mapped = new Map<FieldPath, string[]>();
  const rest: string[] = [];
  for (const { field, message } of problem.errors ?? []) {
    const path = parts(field ?? '');
    const [name] = names.filter(each => endsWith(path, each)).sort((one, other) => other.length - one.length);
    if (name) mapped.set(name, [...(mapped.get(name) ?? []), message]);
    else rest.push(message);
  }
  return { mapped: [...mapped].map(([name, errors]) => ({ name, errors })), rest };
}

/** The fields that an antd form shows now. */
export const shownBy = (form: { getFieldsError(): { name: FieldPath }[] }): FieldPath[] => form.getFieldsError().map(({ name }) => name);
