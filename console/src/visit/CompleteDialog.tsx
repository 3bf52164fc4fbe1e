import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../api';
import { TextField } from '../ui/fields';
import { TimeField } from './ToldLater';
import { VisitDialog } from './VisitDialog';

/** The work is done: every item of the checklist answered, what was done, and whether the fault is gone. */
export function CompleteDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation();
  const required = (field: string) => [{ required: true, whitespace: true, message: t('open.required', { field }) }];
  const outcome = t('visit.outcome');
  return (
    <VisitDialog visit={visit} verb="complete" title={t('visit.complete')} onClose={onClose} start={{ checklist: [{}] }}>
      {() => (
        <>
          <fieldset className="checklist">
            <legend>{t('sign.checklist')}</legend>
            <Form.List name="checklist">
              {(rows, { add, remove }) => (
                <>
                  {rows.map(({ key, name }) => (
                    <div className="check-row" key={key} data-testid="check-row">
                      <Form.Item name={[name, 'item']} rules={required(t('sign.checklist'))}><Input data-testid={`check-item-${name}`} maxLength={200} placeholder={t('visit.itemHint')} /></Form.Item>
                      <Form.Item name={[name, 'done']} rules={[{ required: true, message: t('visit.answer') }]}>
                        <Radio.Group data-testid={`check-done-${name}`} optionType="button" options={[{ value: true, label: t('sign.done') }, { value: false, label: t('sign.notDone') }]} />
                      </Form.Item>
                      {rows.length > 1 && <Button type="text" icon={<DeleteOutlined />} aria-label={t('visit.removeItem')} onClick={() => remove(name)} />}
                    </div>
                  ))}
                  <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})} data-testid="check-add">{t('visit.addItem')}</Button>
                </>
              )}
            </Form.List>
          </fieldset>
          <TextField name="work" label={t('detail.work')} testId="complete-work" max={4000} rows={2} />
          <Form.Item name="outcome" label={outcome} rules={[{ required: true, message: t('open.required', { field: outcome }) }]}>
            <Radio.Group data-testid="complete-outcome" optionType="button" options={['FIXED', 'NOT_FIXED'].map(value => ({ value, label: t(`enums.outcome.${value}`) }))} />
          </Form.Item>
          <TextField name="cause" label={t('detail.cause')} testId="complete-cause" max={2000} required={false} />
          <TextField name="fix" label={t('detail.fix')} testId="complete-fix" max={4000} required={false} />
          <TimeField testId="complete" />
        </>
      )}
    </VisitDialog>
  );
}
