import i18n from 'i18next';
import { letterEn } from './en';
import { letterZh } from './zh';

i18n.addResourceBundle('zh-CN', 'translation', { letter: letterZh }, true, true);
i18n.addResourceBundle('en', 'translation', { letter: letterEn }, true, true);
