import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Form, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../ui/draft';
import { useFocusBack } from '../ui/useFocusBack';
import { useLeave } from '../ui/useLeave';
import { useWide } from '../ui/useWide';
import { wordOf } from '../ui/words';
import { type Calendar, effectOfNotice, importNotice, type Notice, type Weekday, WEEKDAYS } from './api';
import { EffectView } from './EffectView';
import { useSaved } from './useSaved';

/** Only what was pasted is read here: how a file is written down, its own first bytes say. Nothing is wrong with a notice's own words, but they are for people. */
export function noticeOf(text: string, file: Blob | undefined): Notice | { wrong: string | undefined } {
  if (!text.trimStart().startsWith('{')) return file || /BEGIN:VCALENDAR/i.test(text) ? { file: file ?? text } : { wrong: undefined };
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (reason) {
    return { wrong: reason instanceof Error ? reason.message : String(reason) };
  }
}

/** A yearly notice of holidays, put in as a whole after its effect was seen. */
export function Import({ calendar, onClose }: { calendar: Calendar; onClose: () => void }) {
  const { t } = useTranslation();
  const wide = useWide();
  const draft = useDraft(`notice ${calendar.name}`);
  const [text, setText] = useState(() => String(draft.before.text ?? ''));
  const [file, setFile] = useState<Blob>();
  const [workAs, setWorkAs] = useState<Weekday>('MONDAY');
  const [checked, setChecked] = useState<{ notice: Notice; workAs: Weekday; times: number }>();
  const [wrong, setWrong] = useState<{ reason?: string }>();
  const saved = useSaved(calendar, (open, key) => importNotice(calendar.name, checked!.notice, checked!.workAs, open, key, calendar.revision), 'calendars.notice.imported', () => { draft.sent(); onClose(); });
  const check = () => {
    const notice = noticeOf(text, file);
    setWrong('wrong' in notice ? { reason: notice.wrong } : undefined);
    setChecked('wrong' in notice ? undefined : { notice, workAs, times: (checked?.times ?? 0) + 1 });
  };
  /** What was looked at is what will be saved, so a change is looked at again. */
  const changed = () => { setChecked(undefined); setWrong(undefined); };
  const paste = (now: string) => { setText(now); draft.note({ text: now }, { text: now }); changed(); };
  useFocusBack();
  const leave = useLeave(() => text.trim() !== '', onClose);
  return (
    <Drawer open onClose={leave} mask={{ closable: false }} size={wide ? 640 : '100%'} title={t('calendars.import')} data-testid="import-drawer">
      <p className="quiet">{t('calendars.notice.about')}</p>
      <Form layout="vertical" onFinish={check} aria-label={t('calendars.import')}>
        <Form.Item label={t('calendars.notice.text')} htmlFor="notice-text">
          <Input.TextArea id="notice-text" data-testid="notice-text" value={text} autoSize={{ minRows: 5, maxRows: 12 }} onChange={event => { paste(event.target.value); setFile(undefined); }} />
        </Form.Item>
        <Upload accept=".json,.ics,application/json,text/calendar" maxCount={1} showUploadList={false} beforeUpload={async picked => { setFile(picked); paste(await picked.text()); return false; }}>
          <Button icon={<UploadOutlined />} data-testid="notice-file">{t('calendars.notice.file')}</Button>
        </Upload>
        <Form.Item label={t('calendars.notice.workAs')} htmlFor="work-as" style={{ marginTop: 16 }}>
          <Select id="work-as" value={workAs} onChange={picked => { setWorkAs(picked); changed(); }} options={WEEKDAYS.map(value => ({ value, label: wordOf(t, 'enums.weekday', value) }))} data-testid="work-as" />
        </Form.Item>
        {wrong && <Alert type="error" showIcon role="alert" className="note" title={wrong.reason ? t('calendars.notice.badJson', { reason: wrong.reason }) : t('calendars.notice.forPeople')} data-testid="problem" />}
        <div className="form-end"><Button htmlType="submit" disabled={!text.trim()} data-testid="check-notice">{t('calendars.notice.check')}</Button></div>
      </Form>
      {checked && (
        <EffectView key={checked.times} question={[calendar.name, 'notice', checked.times]} ask={cursor => effectOfNotice(calendar.name, checked.notice, checked.workAs, cursor)} before={calendar.whole} saveText={t('calendars.notice.apply')} saving={saved.isPending} error={saved.error}
          onSave={saved.once} />
      )}
    </Drawer>
  );
}
