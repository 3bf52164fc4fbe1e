import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { useFocusBack } from '../src/ui/useFocusBack';

afterEach(cleanup);

function Dialog({ close }: { close: () => void }) {
  useFocusBack();
  return <button onClick={close}>close</button>;
}

/** @param goes what becomes of what opened the dialog while it is open */
function Page({ goes }: { goes: 'stays' | 'anew' | 'away' }) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const opener = <li key={open && goes === 'anew' ? 'new' : 'old'} data-id="v1"><button onClick={() => { setOpen(true); setUsed(true); }}>open</button></li>;
  return <main id="content" tabIndex={-1}>{!(used && goes === 'away') && opener}{open && <Dialog close={() => setOpen(false)} />}</main>;
}

async function closed(goes: 'stays' | 'anew' | 'away') {
  render(<Page goes={goes} />);
  const opener = screen.getByText('open');
  opener.focus();
  act(() => opener.click());
  act(() => { screen.getByText('close').focus(); screen.getByText('close').click(); });
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  return document.activeElement!;
}

it('goes back to what opened the dialog, also when the page has drawn it anew', async () => {
  expect((await closed('stays')).textContent).toBe('open');
  cleanup();
  expect((await closed('anew')).textContent).toBe('open');
});

it('goes back to the page when that is gone', async () => {
  expect((await closed('away')).id).toBe('content');
});
