import { Alert, App, Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forget, keep, kept } from '../kept';
import { useMe } from '../session';
import { TextField } from '../ui/fields';
import { useWide } from '../ui/useWide';
import { type Calendar, type Content, effectOf, save } from './api';
import { DaysField } from './DaysField';
import { EffectView } from './EffectView';
import { contentOf, type Values, valuesOf } from './form';
import { useSaved } from './useSaved';
import { WeekFields } from './WeekFields';

/** Changes a calendar: its week and its special days. The effect is seen before it is saved. */
export function Editor({ calendar: found, onDone }: { calendar: Calendar; onDone: () => void }) {
  const { t } = useTranslation();
  const wide = useWide();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  // What somebody else saves meanwhile is not what this form began with: the service has to notice.
  const [calendar] = useState(found);
  const base = calendar.content.base ?? undefined;
  const name = `draft.calendar.${useMe().subject}.${calendar.name}@${calendar.revision}`;
  const [started] = useState(() => ({ kept: kept<Values>(name), text: valuesOf(calendar.content, Boolean(base)) }));
  const [restored, setRestored] = useState(Boolean(started.kept));
  const [looked, setLooked] = useState<{ content: Content; times: number }>();
  const done = () => {
    forget(name);
    onDone();
  };
  const saved = useSaved(calendar, (open, key) => save(calendar.name, looked!.content, open, key, calendar.revision), 'calendars.savedNow', done);
  const discard = () => {
    forget(name);
    setRestored(false);
    form.setFieldsValue(started.text as never);
  };
  return (
    <>
      <h1 className="bare">{t('calendars.change')} · {calendar.content.title ?? calendar.name}</h1>
      {restored && <Alert type="info" showIcon className="note" title={t('calendars.restored')} data-testid="draft-restored" action={<Button size="small" onClick={discard}>{t('calendars.cancel')}</Button>} />}
      <Form<Values> form={form} layout="vertical" initialValues={started.kept ?? started.text} onValuesChange={() => keep(name, form.getFieldsValue(true))} scrollToFirstError={{ block: 'center', focus: true }} aria-label={t('calendars.change')}
        onFinish={() => setLooked({ content: contentOf(form.getFieldsValue(true) as Values, base), times: (looked?.times ?? 0) + 1 })} onFinishFailed={() => void message.warning(t('calendars.see'))} data-testid="calendar-form">
        <div className="panel">
          <TextField name="title" label={t('calendars.title')} testId="calendar-title" max={100} />
          <p className="quiet">{[base && t('calendars.basedOn', { title: base }), calendar.whole.zone].filter(Boolean).join(' · ')}</p>
        </div>
        <WeekFields overlay={Boolean(base)} />
        <section className="panel" aria-labelledby="days-title">
          <h2 id="days-title">{t('calendars.days')}</h2>
          <Form.Item name="days" noStyle><DaysField /></Form.Item>
        </section>
        <div className="form-end">
          <Button onClick={done} data-testid="cancel-calendar">{t('calendars.cancel')}</Button>
          <Button type="primary" htmlType="submit" data-testid="look-calendar">{t('calendars.preview')}</Button>
        </div>
      </Form>
      {looked && (
        <Drawer open onClose={() => setLooked(undefined)} size={wide ? 640 : '100%'} title={t('calendars.effect.title')} data-testid="effect-drawer">
          <EffectView key={looked.times} question={[calendar.name, 'edit', looked.times]} ask={cursor => effectOf(calendar.name, looked.content, cursor)} before={calendar.whole} saveText={t('calendars.saveRevision')} saving={saved.isPending} error={saved.error} onSave={saved.once} />
        </Drawer>
      )}
    </>
  );
}
