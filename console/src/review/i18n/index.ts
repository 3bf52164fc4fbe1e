import i18n from 'i18next';
import { differenceEn } from './en';
import { differenceZh } from './zh';

i18n.addResourceBundle('zh-CN', 'translation', { difference: differenceZh }, true, true);
i18n.addResourceBundle('en', 'translation', { difference: differenceEn }, true, true);
