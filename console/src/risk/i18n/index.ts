import { area } from '../../i18n/texts';

area('risk', async () => (await import('./zh')).riskZh, async () => (await import('./en')).riskEn);
