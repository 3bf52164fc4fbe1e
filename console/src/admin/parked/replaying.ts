import { ProblemError } from '../../problem';

export interface Outcome<Row> {
  row: Row;
  applied?: number;
  error?: unknown;
}

/**
 * One after the other, each for itself: what one refuses does not keep the next. Nothing more is sent once the session is gone or no answer comes, since
 * the rest would only fail alike.
 */
export async function replayAll<Row>(rows: Row[], send: (row: Row) => Promise<{ applied: number }>, told: (outcomes: Outcome<Row>[]) => void): Promise<Outcome<Row>[]> {
  const outcomes: Outcome<Row>[] = [];
  for (const row of rows) {
    try {
      outcomes.push({ row, applied: (await send(row)).applied });
    } catch (error) {
      outcomes.push({ row, error });
      if (error instanceof ProblemError && (error.signedOut || error.problem.status === 0)) break;
    } finally {
      told([...outcomes]);
    }
  }
  return outcomes;
}
