import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api';
import { useMe } from '../session';
import { EraseDialog } from './EraseDialog';
import { mayChange, mayErase, type PartKind } from './files';
import { Reveal } from './Reveal';
import { WithdrawnTag } from './tags';
import { TurnButton } from './TurnButton';

export interface Part {
  id: string;
  kind: PartKind;
  name?: string | null;
  lines: (string | null | undefined)[];
  siteId?: string | null;
  language?: string | null;
  withdrawnAt?: string | null;
  erasedAt?: string | null;
}

export interface ChangeProps {
  customer: Customer;
  part: Part;
  onClose: () => void;
}

interface Props {
  customer: Customer;
  title: string;
  kind: PartKind;
  parts: Part[];
  change: ComponentType<ChangeProps>;
  /** Only for those who may add one. */
  onAdd?: (kind: PartKind) => void;
}

/** Sites, contacts or products of a customer, with what can be done about each. */
export function Parts({ customer, title, kind, parts, change: Change, onAdd }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<Part>();
  const [erasing, setErasing] = useState<Part>();
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2><span className="spread" />
        {onAdd && <Button size="small" icon={<PlusOutlined />} onClick={() => onAdd(kind)} data-testid={`add-${kind}`} aria-label={t('desk.add', { what: title })}>{t('desk.addShort')}</Button>}
      </div>
      {parts.length === 0 && <p className="quiet">{t('open.nothing')}</p>}
      <ul className="parts">
        {parts.map(part => (
          <li key={part.id} data-testid="part" data-kind={part.kind} data-id={part.id}>
            <div>
              <strong>{part.erasedAt ? t('customer.erased') : part.name}</strong> {part.withdrawnAt && !part.erasedAt && <WithdrawnTag />}
              <div className="quiet">{part.lines.filter(Boolean).join(' · ')}</div>
            </div>
            {!part.erasedAt && <Actions customer={customer} part={part} onChange={() => setChanging(part)} onErase={() => setErasing(part)} />}
          </li>
        ))}
      </ul>
      {changing && <Change customer={customer} part={changing} onClose={() => setChanging(undefined)} />}
      {erasing && <EraseDialog customer={customer} part={erasing} onClose={() => setErasing(undefined)} />}
    </section>
  );
}

function Actions({ customer, part, onChange, onErase }: { customer: Customer; part: Part; onChange: () => void; onErase: () => void }) {
  const { t } = useTranslation();
  const who = useMe();
  const named = (verb: string) => `${verb} ${part.name ?? ''}`;
  return (
    <div className="part-actions" role="group" aria-label={named(t('action.title'))}>
      {mayChange(who) && <Button size="small" onClick={onChange} data-testid="change-part" aria-label={named(t('customer.change'))}>{t('customer.change')}</Button>}
      {mayChange(who) && <TurnButton customer={customer} part={part} name={part.name ?? ''} withdrawn={Boolean(part.withdrawnAt)} />}
      {part.kind === 'contacts' && <Reveal customerId={customer.id} contactId={part.id} name={part.name ?? ''} />}
      {part.kind === 'contacts' && mayErase(who) && <Button size="small" danger onClick={onErase} data-testid="erase-contact" aria-label={named(t('customer.erase'))}>{t('customer.erase')}</Button>}
    </div>
  );
}
