import i18n from 'i18next';
import { riskEn } from './en';
import { riskZh } from './zh';

i18n.addResourceBundle('zh-CN', 'translation', { risk: riskZh }, true, true);
i18n.addResourceBundle('en', 'translation', { risk: riskEn }, true, true);
