import i18n from 'i18next';
import { deskEn } from './en';
import { deskZh } from './zh';

// Read by the desk and by whoever looks at a ticket: they come with those pages, not with the first page of everybody.
i18n.addResourceBundle('zh-CN', 'translation', { desk: deskZh }, true, true);
i18n.addResourceBundle('en', 'translation', { desk: deskEn }, true, true);
