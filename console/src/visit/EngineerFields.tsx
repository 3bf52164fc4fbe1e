import { Checkbox, Form, type FormInstance, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import '../board/field.css';
import '../board/i18n';
import type { Visit } from '../api';
import { fitOf, ofEngineer, overlap, rangeOf, today, windowOf } from '../board/plan';
import { useEngineers, usePlan } from '../board/useBoard';
import { inZone } from '../time';
import type { Values } from '../ui/CommandDialog';
import { holds } from '../ui/fold';
import { wordOf } from '../ui/words';

const clock = (instant: string) => inZone(instant).format('HH:mm');

interface Props {
  form: FormInstance<Values>;
  visit: Visit;
  testId: string;
  /** The service has said that he is not on duty then. */
  offDuty: boolean;
}

/** Who goes: each with whether he is free within the window, and what the chosen one does that day. */
export function EngineerFields({ form, visit, testId, offDuty }: Props) {
  const { t } = useTranslation();
  const chosen = Form.useWatch('engineerId', form) as string | undefined;
  const start = (Form.useWatch('windowStart', form) as string | undefined) ?? visit.windowStart ?? undefined;
  const hours = Form.useWatch('hours', form) as number | undefined;
  const { from, to } = rangeOf(start ? inZone(start).format('YYYY-MM-DD') : today(), 'day');
  const engineers = useEngineers();
  const { visits, shifts } = usePlan(from, to);
  const known = { visits: visits.data ?? [], shifts: shifts.data ?? [] };
  const length = hours ? hours * 3_600_000 : Date.parse(visit.windowEnd ?? '') - Date.parse(visit.windowStart ?? '');
  const window = start && length > 0 ? [Date.parse(start), Date.parse(start) + length] as const : undefined;
  const fits = new Map((engineers.data ?? []).map(each => [each.id, window && fitOf(each, window, known, Date.now(), visit.id)]));
  const own = chosen ? ofEngineer(known.visits, chosen).filter(each => each.id !== visit.id) : [];
  const field = t('visit.engineer');
  const mark = (id: string) => { const fit = fits.get(id); return fit ? t('field.fitOf', { fit: t(`field.fit.${fit}`) }) : ''; };
  return (
    <>
      <Form.Item name="engineerId" label={field} rules={[{ required: true, message: t('open.required', { field }) }]}>
        <Select data-testid={`${testId}-engineer`} loading={engineers.isLoading} showSearch={{ filterOption: holds }} notFoundContent={t('open.nothing')}
          options={(engineers.data ?? []).map(each => ({ value: each.id, label: `${each.name}${mark(each.id)}` }))} />
      </Form.Item>
      {chosen && (
        <div className="occupancy" data-testid="occupancy" data-fit={fits.get(chosen)}>
          <strong>{t('field.thatDay', { day: inZone(from).format('MM-DD') })}</strong>
          {own.length === 0 && <p className="quiet">{t('field.free')}</p>}
          <ul className="rows">
            {own.map(each => {
              const its = windowOf(each);
              return (
                <li key={each.id} data-clash={Boolean(window && its && overlap(window, its))}>
                  {clock(each.windowStart!)}–{clock(each.windowEnd!)} {wordOf(t, 'visitStatus', each.status)} <span className="quiet">{each.need}</span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {(offDuty || (chosen && fits.get(chosen) === 'offDuty')) && (
        <Form.Item name="offDutyAgreed" valuePropName="checked"><Checkbox data-testid={`${testId}-off-duty`}>{t('field.offDutyAgreed')}</Checkbox></Form.Item>
      )}
    </>
  );
}
