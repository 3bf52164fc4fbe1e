import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../api';
import { CommandDialog, type DialogProps } from '../ui/CommandDialog';
import { pathOf, refreshed } from './visits';

interface Props extends Pick<DialogProps<Visit>, 'title' | 'body' | 'start' | 'onClose' | 'onRefused' | 'children'> {
  visit: Visit;
  verb: string;
}

/** A form in a dialog that ends in one step of a visit. Whoever fills it in is told when the visit changes meanwhile; a change he has not seen yet refuses it. */
export function VisitDialog({ visit, verb, title, children, ...rest }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [opened] = useState(visit.version);
  return (
    <CommandDialog<Visit> {...rest} title={`${title} · ${visit.number}`} path={pathOf(visit, verb)} name={verb} version={visit.version} refresh={refreshed(visit)}
      then={answer => client.setQueryData(['visit', visit.id], answer)}>
      {form => <>{visit.version !== opened && <Alert type="warning" showIcon className="note" title={t('action.stale')} data-testid="moved-on" />}{children(form)}</>}
    </CommandDialog>
  );
}
