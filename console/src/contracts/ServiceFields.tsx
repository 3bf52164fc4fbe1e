import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../ui/words';
import { NEVER, UNITS } from './form';
import type { useContractWords, useKindsOf } from './useWords';

type Names = ReturnType<typeof useContractWords>;
type Kinds = ReturnType<typeof useKindsOf>;

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'].map(value => ({ value, label: value }));
const REASONS = ['CUSTOMER', 'PARTS', 'THIRD_PARTY'];

export const useRequired = () => {
  const { t } = useTranslation();
  return (label: string) => [{ required: true, message: t('open.required', { field: label }) }];
};

/** Services with what is promised for each. */
export function ServiceFields({ names, kinds }: { names: Names; kinds: Kinds }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <Form.List name="services">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name: at }) => (
            <fieldset key={key} className="panel" data-testid={`service-${at}`}>
              <legend>{t('contracts.services')} {at + 1}</legend>
              <div className="two">
                <Form.Item name={[at, 'name']} label={t('contracts.service')} rules={required(t('contracts.service'))}><Input maxLength={200} data-testid={`service-${at}-name`} /></Form.Item>
                <Form.Item name={[at, 'products']} label={t('contracts.products')} extra={t('contracts.productsHint')}><Select mode="tags" tokenSeparators={[',', '，', '、']} data-testid={`service-${at}-products`} options={names.products.map(({ label }) => ({ value: label, label }))} /></Form.Item>
                {names.products.length > 0 && <Form.Item name={[at, 'productIds']} label={t('contracts.productIds')}><Select mode="multiple" options={names.products} data-testid={`service-${at}-ids`} /></Form.Item>}
              </div>
              <Levels service={at} names={names} kinds={kinds} />
              <Objectives service={at} />
              {fields.length > 1 && <Button danger icon={<DeleteOutlined />} onClick={() => remove(at)} data-testid={`service-${at}-remove`}>{t('contracts.removeService')}</Button>}
            </fieldset>
          ))}
          <Button className="add" icon={<PlusOutlined />} onClick={() => add({ levels: [{ unit: 'H' }] })} data-testid="add-service">{t('contracts.addService')}</Button>
        </>
      )}
    </Form.List>
  );
}

function Levels({ service, names, kinds }: { service: number; names: Names; kinds: Kinds }) {
  const { t } = useTranslation();
  return (
    <Form.List name={[service, 'levels']}>
      {(fields, { add, remove }) => (
        <>
          <h3>{t('contracts.section.levels')}</h3>
          {fields.map(({ key, name }) => <LevelRow key={key} service={service} at={name} names={names} kinds={kinds} onRemove={fields.length > 1 ? () => remove(name) : undefined} />)}
          <Button className="add" size="small" icon={<PlusOutlined />} onClick={() => add({ unit: 'H' })} data-testid={`service-${service}-add-level`}>{t('contracts.addLevel')}</Button>
        </>
      )}
    </Form.List>
  );
}

function LevelRow({ service, at, names, kinds, onRemove }: { service: number; at: number; names: Names; kinds: Kinds; onRemove?: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const kind = Form.useWatch<string | undefined>(['services', service, 'levels', at, 'kind']);
  const testId = (field: string) => `level-${service}-${at}-${field}`;
  const timed = kinds.allowsTime(kind);
  return (
    <div className="form-row" role="group" aria-label={`${t('contracts.level')} ${at + 1}`}>
      <Form.Item name={[at, 'priority']} label={t('contracts.priority')}><Select allowClear placeholder={t('contracts.anyPriority')} options={PRIORITIES} data-testid={testId('priority')} /></Form.Item>
      <Form.Item name={[at, 'kind']} label={t('contracts.kind')} rules={required(t('contracts.kind'))} className="broad"><Select options={kinds.options} data-testid={testId('kind')} popupMatchSelectWidth={false} /></Form.Item>
      {timed && (
        <Form.Item label={t('contracts.within')} className="timed" required htmlFor={`services_${service}_levels_${at}_amount`}>
          <Space.Compact block>
            <Form.Item name={[at, 'amount']} noStyle rules={required(t('contracts.within'))}><InputNumber min={1} max={99_999} precision={0} data-testid={testId('amount')} /></Form.Item>
            <Form.Item name={[at, 'unit']} noStyle><Select aria-label={t('contracts.within')} options={UNITS.map(value => ({ value, label: t(`contracts.unit.${value}`) }))} data-testid={testId('unit')} /></Form.Item>
          </Space.Compact>
        </Form.Item>
      )}
      {timed && <Form.Item name={[at, 'calendar']} label={t('contracts.calendar')} className="broad"><Select allowClear placeholder={t('contracts.usualCalendar')} options={names.calendars} data-testid={testId('calendar')} popupMatchSelectWidth={false} /></Form.Item>}
      <Form.Item name={[at, 'pausesOn']} label={t('contracts.pausesOn')} className="broad" normalize={(picked: string[]) => (picked.at(-1) === NEVER ? [NEVER] : picked.filter(each => each !== NEVER))}>
        <Select mode="multiple" placeholder={t('contracts.usualPauses')} data-testid={testId('pauses')} options={[...REASONS.map(value => ({ value, label: wordOf(t, 'enums.reason', value) })), { value: NEVER, label: t('contracts.line.neverPauses') }]} />
      </Form.Item>
      <Form.Item name={[at, 'warnPercent']} label={t('contracts.warn')}><InputNumber min={1} max={100} precision={0} data-testid={testId('warn')} /></Form.Item>
      <Form.Item name={[at, 'targetPercent']} label={t('contracts.target')}><InputNumber stringMode min="0" max="100" data-testid={testId('target')} /></Form.Item>
      {onRemove && <Button type="text" danger icon={<DeleteOutlined />} onClick={onRemove} aria-label={t('contracts.removeLevel')} data-testid={testId('remove')} />}
    </div>
  );
}

function Objectives({ service }: { service: number }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <Form.List name={[service, 'objectives']}>
      {(fields, { add, remove }) => (
        <>
          {fields.length > 0 && <h3>{t('contracts.section.objectives')}</h3>}
          {fields.map(({ key, name: at }) => (
            <div key={key} className="form-row" role="group" aria-label={`${t('contracts.objective')} ${at + 1}`}>
              <Form.Item name={[at, 'name']} label={t('contracts.objective')} rules={required(t('contracts.objective'))} className="broad"><Input maxLength={100} /></Form.Item>
              <Form.Item name={[at, 'percent']} label={t('contracts.percent')} rules={required(t('contracts.percent'))}><InputNumber stringMode min="0" max="100" /></Form.Item>
              <Form.Item name={[at, 'measuredBy']} label={t('contracts.measuredBy')} className="broad"><Input maxLength={1000} /></Form.Item>
              <Button type="text" danger icon={<DeleteOutlined />} onClick={() => remove(at)} aria-label={t('contracts.removeLevel')} />
            </div>
          ))}
          <Button className="add" size="small" icon={<PlusOutlined />} onClick={() => add({})} data-testid={`service-${service}-add-objective`}>{t('contracts.addObjective')}</Button>
        </>
      )}
    </Form.List>
  );
}
