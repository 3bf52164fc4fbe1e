import i18n from 'i18next';
import { portalEn } from './en';
import { portalZh } from './zh';

// What only customers read comes with their pages.
i18n.addResourceBundle('zh-CN', 'translation', { portal: portalZh }, true, true);
i18n.addResourceBundle('en', 'translation', { portal: portalEn }, true, true);
