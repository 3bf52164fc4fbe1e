import i18n from 'i18next';
import { bellEn } from './en';
import { bellZh } from './zh';

// They come with the list that shows them.
i18n.addResourceBundle('zh-CN', 'translation', { bell: bellZh }, true, true);
i18n.addResourceBundle('en', 'translation', { bell: bellEn }, true, true);
