import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, useRequired } from './ServiceFields';

type Options = { value: string; label: string }[];
const CURRENCIES = ['CNY', 'HKD', 'USD', 'EUR'].map(value => ({ value, label: value }));
const IN = 'compensation';

const Percent = (props: object) => <InputNumber stringMode min="0" max="100" {...props} />;
const Money = (props: object) => <InputNumber stringMode min="0" {...props} />;

/** What a late promise costs, and a month in which too few were kept. */
export function CompensationFields({ kinds }: { kinds: Options }) {
  const { t } = useTranslation();
  const required = useRequired();
  const agreed = Form.useWatch<boolean | undefined>('compensated');
  return (
    <section className="panel" aria-label={t('contracts.section.compensation')}>
      <Form.Item name="compensated" valuePropName="checked"><Checkbox data-testid="compensated">{t('contracts.compensated')}</Checkbox></Form.Item>
      {agreed && (
        <>
          <div className="form-row">
            <Form.Item name={[IN, 'currency']} label={t('contracts.currency')} rules={required(t('contracts.currency'))}><Select options={CURRENCIES} data-testid="currency" /></Form.Item>
            <Form.Item name={[IN, 'monthlyFee']} label={t('contracts.monthlyFee')} rules={required(t('contracts.monthlyFee'))}><Money data-testid="monthly-fee" /></Form.Item>
            <Form.Item name={[IN, 'monthCapPercent']} label={t('contracts.monthCap')} className="broad"><Percent data-testid="month-cap" /></Form.Item>
          </div>
          <h3>{t('contracts.breach')}</h3>
          <Form.List name={[IN, 'breaches']}>
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name: at }) => (
                  <div key={key} className="form-row" role="group" aria-label={`${t('contracts.breach')} ${at + 1}`}>
                    <Whose at={at} kinds={kinds} testId={`breach-${at}`} />
                    {(['fixed', 'perStartedHour', 'cap'] as const).map(each => <Form.Item key={each} name={[at, each]} label={t(`contracts.${each === 'perStartedHour' ? 'perHour' : each}`)}><Money data-testid={`breach-${at}-${each}`} /></Form.Item>)}
                    <Remove onRemove={() => remove(at)} />
                  </div>
                ))}
                <Button className="add" size="small" icon={<PlusOutlined />} onClick={() => add({})} data-testid="add-breach">{t('contracts.addBreach')}</Button>
              </>
            )}
          </Form.List>
          <h3>{t('contracts.attainment')}</h3>
          <Form.List name={[IN, 'attainments']}>
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name: at }) => (
                  <div key={key} className="form-row" role="group" aria-label={`${t('contracts.attainment')} ${at + 1}`}>
                    <Whose at={at} kinds={kinds} testId={`attainment-${at}`} />
                    <Steps at={at} />
                    <Remove onRemove={() => remove(at)} />
                  </div>
                ))}
                <Button className="add" size="small" icon={<PlusOutlined />} onClick={() => add({ steps: [{}] })} data-testid="add-attainment">{t('contracts.addAttainment')}</Button>
              </>
            )}
          </Form.List>
        </>
      )}
    </section>
  );
}

function Whose({ at, kinds, testId }: { at: number; kinds: Options; testId: string }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name={[at, 'priority']} label={t('contracts.priority')}><Select allowClear placeholder={t('contracts.anyPriority')} options={PRIORITIES} data-testid={`${testId}-priority`} /></Form.Item>
      <Form.Item name={[at, 'kind']} label={t('contracts.kind')} rules={required(t('contracts.kind'))} className="broad"><Select options={kinds} data-testid={`${testId}-kind`} popupMatchSelectWidth={false} /></Form.Item>
    </>
  );
}

function Steps({ at }: { at: number }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <Form.List name={[at, 'steps']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="form-row step" role="group" aria-label={`${t('contracts.step')} ${name + 1}`}>
              <Form.Item name={[name, 'below']} label={t('contracts.below')} rules={required(t('contracts.below'))}><Percent /></Form.Item>
              <Form.Item name={[name, 'creditPercent']} label={t('contracts.credit')} rules={required(t('contracts.credit'))}><Percent /></Form.Item>
              {fields.length > 1 && <Remove onRemove={() => remove(name)} />}
            </div>
          ))}
          <Button className="add" size="small" icon={<PlusOutlined />} onClick={() => add({})}>{t('contracts.addStep')}</Button>
        </>
      )}
    </Form.List>
  );
}

function Remove({ onRemove }: { onRemove: () => void }) {
  const { t } = useTranslation();
  return <Button type="text" danger icon={<DeleteOutlined />} onClick={onRemove} aria-label={t('contracts.removeLevel')} />;
}
