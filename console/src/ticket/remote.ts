import type { StoryItem } from '../api';

export interface RemoteRunning {
  id: string;
  tool: string;
  scope: string;
  consentBy: string;
  startedAt: string;
  steps: { seq: number; action: string; result: string }[];
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The remote session that is under way, as the story tells it; several at once are shown one after the other, the newest first. */
export function remoteRunning(story: readonly StoryItem[]): RemoteRunning | undefined {
  const running = new Map<string, RemoteRunning>();
  for (const { type, seq, at, data } of story) {
    const id = text(data?.sessionId);
    if (!id) continue;
    if (type === 'RemoteSessionStarted') running.set(id, { id, tool: text(data?.tool), scope: text(data?.scope), consentBy: text(data?.consentBy), startedAt: at, steps: [] });
    else if (type === 'RemoteStepLogged') running.get(id)?.steps.push({ seq, action: text(data?.action), result: text(data?.result) });
    else if (type === 'RemoteSessionEnded') running.delete(id);
  }
  return [...running.values()].at(-1);
}

/** Help from afar that has been tried; before it a visit needs a reason (R45). */
export const triedFromAfar = (story: readonly StoryItem[]) => story.some(({ type }) => type === 'PhoneFixAttempted' || type === 'RemoteSessionEnded');
