import { useQueryClient } from '@tanstack/react-query';
import type { Ticket } from '../api';
import { CommandDialog, type DialogProps } from '../ui/CommandDialog';
import { afterTransition, pathOf, refreshed } from './useTransition';

interface Props extends Pick<DialogProps<Ticket | undefined>, 'title' | 'body' | 'start' | 'onClose' | 'children'> {
  ticketId: string;
  /** Path below the ticket. */
  verb: string;
  name?: string;
  thanks?: string;
}

/** A form in a dialog that ends in one transition of a ticket. */
export function ActionDialog({ ticketId, verb, name = verb, thanks, ...rest }: Props) {
  const client = useQueryClient();
  return <CommandDialog {...rest} path={pathOf(ticketId, verb)} name={name} text={thanks} refresh={refreshed(ticketId)} then={afterTransition(client, ticketId)} />;
}
