import i18n from 'i18next';
import { fieldEn } from './en';
import { fieldZh } from './zh';

// What only those read who plan visits, drive there or stand on the roster: it comes with their pages.
i18n.addResourceBundle('zh-CN', 'translation', { field: fieldZh }, true, true);
i18n.addResourceBundle('en', 'translation', { field: fieldEn }, true, true);
