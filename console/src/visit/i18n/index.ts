import { area } from '../../i18n/texts';

area('order', async () => (await import('./zh')).orderZh, async () => (await import('./en')).orderEn);
