import { Drawer, Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PageEntry } from '../pages';
import { useMenu } from './useMenu';

/** The pages of a phone that are not among its tabs. */
export default function More({ pages, onClose }: { pages: readonly PageEntry[]; onClose: () => void }) {
  const { t } = useTranslation();
  const menu = useMenu(false, pages);
  return <Drawer open onClose={onClose} placement="bottom" size="auto" title={t('nav.more')} data-testid="more"><Menu mode="inline" {...menu} /></Drawer>;
}
