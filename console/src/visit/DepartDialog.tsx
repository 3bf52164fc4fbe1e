import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../api';
import { TimeField } from './ToldLater';
import { VisitDialog } from './VisitDialog';

const TICKS = ['appearanceOk', 'identityCardOk', 'badgeOk', 'toolScanned'];

/** Ticked one by one before the way begins (R73, R76, R79); the service lets nobody go with an open one. */
export function DepartDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <VisitDialog visit={visit} verb="depart" title={t('visit.depart')} onClose={onClose} start={Object.fromEntries(TICKS.map(name => [name, false]))}>
      {() => (
        <>
          {TICKS.map(name => (
            <Form.Item key={name} name={name} valuePropName="checked" className="tick"><Checkbox data-testid={`depart-${name}`}>{t(`visit.${name}`)}</Checkbox></Form.Item>
          ))}
          <TimeField testId="depart" />
        </>
      )}
    </VisitDialog>
  );
}
