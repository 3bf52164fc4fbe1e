import { Form, Input, Rate } from 'antd';
import { useTranslation } from 'react-i18next';

const SCORES = ['call', 'remote', 'punctuality', 'skill', 'manners', 'result'];

/** What was not scored is not sent. */
export const scored = (values: object) => Object.fromEntries(Object.entries(values).filter(([, value]) => value));

/** How the customer liked the service, by touch point: fields of a form. */
export function Scores() {
  const { t } = useTranslation();
  return (
    <>
      <div className="scores">
        {SCORES.map(name => (
          <div key={name} style={{ display: 'contents' }}>
            <span id={`score-${name}`}>{t(`enums.score.${name}`)}</span>
            <div role="group" aria-labelledby={`score-${name}`} data-testid={`survey-${name}`}><Form.Item name={name} noStyle><Rate /></Form.Item></div>
          </div>
        ))}
      </div>
      {/* Below the stars, where something is missing then. */}
      <Form.Item name="any" className="scores-missing" dependencies={SCORES}
        rules={[({ getFieldsValue }) => ({
          validator: () => (Object.values(getFieldsValue(SCORES) as object).some(Boolean) ? Promise.resolve() : Promise.reject(new Error(t('action.oneScore')))),
        })]}>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="comment" label={t('action.comment')}>
        <Input.TextArea data-testid="survey-comment" autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
    </>
  );
}
