import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withTexts } from '../i18n/texts';
import { unseen } from './api';

/** Loaded when somebody looks. */
const BellList = lazy(() => withTexts(import('./BellList')));

/** How much there is that concerns me and that I have not looked at. */
export function Bell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const found = useQuery({ queryKey: ['bell', 'unseen'], queryFn: ({ signal }) => unseen(signal), staleTime: Infinity });
  const count = found.data?.unseen ?? 0;
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)} aria-haspopup="dialog" aria-label={count ? t('nav.bellNew', { count }) : t('nav.bell')} data-testid="bell" data-count={count}
        icon={<Badge count={count} size="small" overflowCount={99}><BellOutlined className="bell" /></Badge>} />
      {open && <Suspense><BellList onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
