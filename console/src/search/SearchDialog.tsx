import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain } from '../ui/ProblemNote';
import { useDebounced } from '../useDebounced';
import { type Find, step } from './finds';
import { Found } from './Found';
import { useLocalFinds } from './useLocalFinds';
import { useRemoteFinds } from './useRemoteFinds';

const REST_MS = 250;

interface Props {
  open: boolean;
  onClose: () => void;
  ahead: RefObject<string | undefined>;
  /** The field is there and hears the keys itself. */
  onReady: () => void;
}

export default function SearchDialog({ open, onClose, ahead, onReady }: Props) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} title={t('search.title')} footer={null} width={640} className="search" destroyOnHidden data-testid="search-dialog">
      <Field onDone={onClose} ahead={ahead} onReady={onReady} />
    </Modal>
  );
}

function Field({ onDone, ahead, onReady }: Pick<Props, 'ahead' | 'onReady'> & { onDone: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState(() => ahead.current ?? '');
  const [moved, setMoved] = useState<string>();
  /** Enter was pressed before there was an answer: the first find is taken as soon as there is one. */
  const [hurried, setHurried] = useState(false);
  const asked = useDebounced(typed.trim(), REST_MS);
  const remote = useRemoteFinds(asked);
  const settled = asked === typed.trim();
  const waiting = !settled || remote.waiting;
  // What was found for other words must not be chosen by an Enter that came too early.
  const found = [...useLocalFinds(typed.trim()), ...(settled ? remote.found : [])].filter(({ finds }) => finds.length > 0);
  const all = found.flatMap(({ finds }) => finds);
  const active = all.find(find => find.key === moved) ?? all[0];
  const idOf = (find: Find) => `${id}-${find.key}`;
  const choose = (find: Find) => { onDone(); find.run(); };
  const move = (by: 1 | -1) => {
    const next = step(all, active?.key, by);
    setMoved(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent) => {
    // Keys with which a Chinese word is put together are none of ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active) choose(active);
      else setHurried(waiting);
    }
  };
  useEffect(() => {
    field.current?.focus();
    onReady();
  }, [onReady]);
  useEffect(() => {
    if (!hurried || waiting) return;
    setHurried(false);
    if (active) choose(active);
    // Waits for the answer only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [hurried, waiting]);
  const failed = settled && remote.failed;
  const told = waiting ? t('search.waiting') : failed ? explain(failed, t).text : all.length === 0 ? t('search.nothing') : '';
  return (
    <>
      <Input ref={field} size="large" prefix={<SearchOutlined aria-hidden />} placeholder={t('search.hint')} aria-label={t('search.hint')} value={typed} maxLength={100} data-testid="search-input" autoComplete="off"
        onChange={event => { setTyped(event.target.value); setMoved(undefined); setHurried(false); }} onKeyDown={onKey}
        role="combobox" aria-autocomplete="list" aria-expanded={all.length > 0} aria-controls={id} aria-activedescendant={active && idOf(active)} />
      <Found id={id} found={found} active={active} idOf={idOf} onPoint={find => setMoved(find.key)} onChoose={choose} />
      <p className="quiet search-told" role="status" data-testid="search-told">{told}</p>
      <p className="quiet search-keys">{t('search.keys')}</p>
    </>
  );
}
