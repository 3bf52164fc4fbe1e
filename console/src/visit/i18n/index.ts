import i18n from 'i18next';
import { orderEn } from './en';
import { orderZh } from './zh';

i18n.addResourceBundle('zh-CN', 'translation', { order: orderZh }, true, true);
i18n.addResourceBundle('en', 'translation', { order: orderEn }, true, true);
