import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api';
import { explain } from '../ui/ProblemNote';
import { useCommand } from '../ui/useCommand';
import { pathOf, refreshed } from './files';
import type { Part } from './Parts';

/** Withdraws, after a question, or reinstates; the customer as a whole when no part is named. */
export function TurnButton({ customer, part, name, withdrawn }: { customer: Customer; part?: Part; name: string; withdrawn: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const verb = withdrawn ? 'reinstate' : 'withdraw';
  const turn = useCommand<Customer>(pathOf(customer, verb, part?.kind, part?.id), {
    refresh: refreshed(customer), version: customer.version, then: answer => client.setQueryData(['customer', customer.id], answer),
  });
  const run = () => turn.once({}, error => void message.error(explain(error, t).text));
  const ask = () => void modal.confirm({
    title: t('customer.withdrawAsk', { name }), content: t('customer.withdrawHint'), okText: t('customer.withdraw'), cancelText: t('action.cancel'), onOk: run,
    okButtonProps: { ['data-testid' as string]: 'withdraw-submit' },
  });
  return (
    <Button size={part ? 'small' : 'middle'} loading={turn.isPending} onClick={withdrawn ? run : ask} data-testid={part ? `${verb}-part` : `${verb}-customer`}
      aria-label={`${t(`customer.${verb}`)} ${name}`}>
      {t(`customer.${verb}`)}
    </Button>
  );
}
