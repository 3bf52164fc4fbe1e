import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../board/i18n';
import type { Visit } from '../api';
import { InstantField } from '../ui/fields';
import { VisitDialog } from './VisitDialog';

/** When the step really happened, for whoever writes it down later; left empty it is now. */
export function TimeField({ testId }: { testId: string }) {
  const { t } = useTranslation();
  return <InstantField name="at" label={t('field.happenedAt')} testId={`${testId}-at`} required={false} side="past" />;
}

/** A step that asks for nothing but its time: accepted or arrived some time ago. */
export function LaterDialog({ visit, verb, onClose }: { visit: Visit; verb: 'accept' | 'arrive'; onClose: () => void }) {
  const { t } = useTranslation();
  const [unlikely, setUnlikely] = useState(false);
  return (
    <VisitDialog visit={visit} verb={verb} title={t('field.toldLater', { step: t(`visit.${verb}`) })} onClose={onClose} onRefused={error => setUnlikely(error.slug === 'arrival-unlikely')}>
      {() => (
        <>
          <InstantField name="at" label={t('field.happenedAtRequired')} testId={`${verb}-at`} side="past" />
          {unlikely && <Form.Item name="sure" valuePropName="checked"><Checkbox data-testid={`${verb}-sure`}>{t('field.sure')}</Checkbox></Form.Item>}
        </>
      )}
    </VisitDialog>
  );
}
