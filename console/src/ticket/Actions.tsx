import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryItem, Ticket } from '../api';
import '../desk/i18n';
import { isPortal, useMe } from '../session';
import { type Action, actionsFor, RARE } from '../status';
import { ProblemNote } from '../ui/ProblemNote';
import { Dialogs } from './Dialogs';
import { remoteRunning } from './remote';
import { RemotePanel } from './RemotePanel';
import { useTransition } from './useTransition';

/** What this person may do with the ticket now: the usual steps as buttons, the others behind “more”. */
export function Actions({ ticket, story }: { ticket: Ticket; story: readonly StoryItem[] }) {
  const { t } = useTranslation();
  const who = useMe();
  const [shown, setShown] = useState<Action>();
  const more = useRef<HTMLButtonElement>(null);
  // These ask for nothing and need no dialog.
  const bare = { acknowledge: useTransition(ticket.id, 'acknowledge'), resume: useTransition(ticket.id, 'resume'), acceptHandOver: useTransition(ticket.id, 'accept-hand-over') };
  const direct = (action: Action) => (action in bare ? bare[action as keyof typeof bare] : undefined);
  // Customers call some of it otherwise.
  const nameOf = (action: Action) => t(`desk.do.${action}`, { context: isPortal(who) ? 'portal' : undefined, defaultValue: t(`action.${action}`) });
  const allowed = actionsFor(ticket, who);
  const remote = allowed.includes('remote') ? remoteRunning(story) : undefined;
  const actions = remote ? allowed.filter(action => action !== 'remote') : allowed;
  const usual = actions.filter(action => !RARE.has(action));
  const rare = actions.filter(action => RARE.has(action));
  const refused = Object.values(bare).find(each => each.error)?.error;
  /** The stroke of Enter that chooses would go on to the button that closes the dialog; and the keys come back to the button and not to a menu that is gone. */
  const pick = (action: Action): NonNullable<MenuProps['onClick']> => ({ domEvent }) => {
    domEvent.preventDefault();
    more.current?.focus();
    setShown(action);
  };
  const items = rare.map(action => ({ key: action, danger: action === 'cancel', label: <span data-testid={`action-${action}`}>{nameOf(action)}</span>, onClick: pick(action) }));
  return (
    <>
      {refused && <ProblemNote error={refused} testId="action-problem" />}
      {actions.length > 0 && (
        <div className="title-row actions" role="group" aria-label={t('action.title')}>
          {usual.map((action, index) => (
            <Button key={action} type={index === 0 ? 'primary' : 'default'} data-testid={`action-${action}`} loading={direct(action)?.isPending}
              onClick={() => { const now = direct(action); if (now) now.once({}); else setShown(action); }}>
              {nameOf(action)}
            </Button>
          ))}
          {rare.length > 0 && (
            // Within the page: outside of it no landmark would hold the menu.
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the keys go into a menu that opens.
            <Dropdown trigger={['click']} autoFocus menu={{ items }} getPopupContainer={button => button.parentElement ?? document.body}>
              <Button ref={more} icon={<DownOutlined />} iconPlacement="end" data-testid="action-more">{t('nav.more')}</Button>
            </Dropdown>
          )}
        </div>
      )}
      {remote && <RemotePanel ticketId={ticket.id} remote={remote} />}
      {shown && <Dialogs shown={shown} ticket={ticket} story={story} onClose={() => setShown(undefined)} />}
    </>
  );
}
