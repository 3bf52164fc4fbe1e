import i18n from 'i18next';
import { adminEn } from './en';
import { adminZh } from './zh';

// Hundreds of names that only those who run the platform read: they come with the pages that show them, not with the first page of everybody.
i18n.addResourceBundle('zh-CN', 'translation', { admin: adminZh }, true, true);
i18n.addResourceBundle('en', 'translation', { admin: adminEn }, true, true);
