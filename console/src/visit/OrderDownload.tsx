import { FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PDF, useDownload } from '../business/useDownload';
import './i18n';

interface Props {
  /** What it is asked for at: the visit's own address, or that of the link by which it was signed. */
  path: string;
  /** Of the visit, where it is known: the service names the file anyway. */
  number?: string;
  signed: boolean;
}

/** The service order as a file: signed with its proof, or before that as a form for pen and paper. */
export function OrderDownload({ path, number, signed }: Props) {
  const { t } = useTranslation();
  const save = useDownload('order.saved');
  return (
    <Button icon={<FilePdfOutlined aria-hidden />} loading={save.isPending} data-testid="order-pdf" data-signed={signed}
      onClick={() => save.mutate({ path, type: PDF, name: t('order.file', { number: number ?? '' }).trim() })}>
      {t(signed ? 'order.saveSigned' : 'order.save')}
    </Button>
  );
}

/** Of a visit, for whoever reads it. */
export const orderPath = (visitId: string) => `/api/visits/${encodeURIComponent(visitId)}/order.pdf`;
/** Of the link by which it was signed. */
export const signedOrderPath = (token: string) => `/api/signatures/${encodeURIComponent(token)}/order.pdf`;
