import { useQueryClient } from '@tanstack/react-query';
import type { Visit } from '../api';
import { CommandDialog, type DialogProps } from '../ui/CommandDialog';
import { pathOf, refreshed } from './visits';

interface Props extends Pick<DialogProps<Visit>, 'title' | 'fields' | 'body' | 'start' | 'onClose' | 'onRefused' | 'children'> {
  visit: Visit;
  verb: string;
}

/** A form in a dialog that ends in one step of a visit; refused when the visit has changed under the eyes of the user. */
export function VisitDialog({ visit, verb, ...rest }: Props) {
  const client = useQueryClient();
  return (
    <CommandDialog<Visit> {...rest} path={pathOf(visit, verb)} name={verb} version={visit.version} refresh={refreshed(visit)}
      then={answer => client.setQueryData(['visit', visit.id], answer)} />
  );
}
