import { Form, Input, Rate } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from './ActionDialog';

const SCORES = ['call', 'remote', 'punctuality', 'skill', 'manners', 'result'];

/** @param onBehalf the desk asks by phone and writes down what the customer says */
export function SurveyDialog({ ticketId, onBehalf, onClose }: { ticketId: string; onBehalf: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionDialog ticketId={ticketId} verb="survey" title={t('desk.do.survey', { context: onBehalf ? undefined : 'portal' })} thanks={t(onBehalf ? 'action.done' : 'action.thanks')} onClose={onClose}
      body={values => Object.fromEntries(Object.entries(values).filter(([, value]) => value))}>
      {() => (
        <>
          <p className="quiet">{t(onBehalf ? 'desk.surveyHint' : 'action.surveyHint')}</p>
          <div className="scores">
            {SCORES.map(name => (
              <div key={name} style={{ display: 'contents' }}>
                <span id={`score-${name}`}>{t(`enums.score.${name}`)}</span>
                <div role="group" aria-labelledby={`score-${name}`} data-testid={`survey-${name}`}><Form.Item name={name} noStyle><Rate /></Form.Item></div>
              </div>
            ))}
          </div>
          <Form.Item name="comment" label={t('action.comment')} dependencies={SCORES}
            rules={[({ getFieldsValue }) => ({
              validator: () => (Object.values(getFieldsValue(SCORES) as object).some(Boolean) ? Promise.resolve() : Promise.reject(new Error(t('action.oneScore')))),
            })]}>
            <Input.TextArea data-testid="survey-comment" autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}
