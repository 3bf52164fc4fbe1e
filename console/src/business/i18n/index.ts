import i18n from 'i18next';
import { businessEn } from './en';
import { businessZh } from './zh';

// They come with the pages that show them, not with the first page of everybody.
i18n.addResourceBundle('zh-CN', 'translation', { business: businessZh }, true, true);
i18n.addResourceBundle('en', 'translation', { business: businessEn }, true, true);
