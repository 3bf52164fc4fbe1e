import i18n from 'i18next';
import { calendarsEn } from './en';
import { calendarsZh } from './zh';

i18n.addResourceBundle('zh-CN', 'translation', { calendars: calendarsZh }, true, true);
i18n.addResourceBundle('en', 'translation', { calendars: calendarsEn }, true, true);
