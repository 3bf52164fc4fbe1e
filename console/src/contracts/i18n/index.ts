import i18n from 'i18next';
import { contractsEn } from './en';
import { contractsZh } from './zh';

i18n.addResourceBundle('zh-CN', 'translation', { contracts: contractsZh }, true, true);
i18n.addResourceBundle('en', 'translation', { contracts: contractsEn }, true, true);
