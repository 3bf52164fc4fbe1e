import { area } from '../../i18n/texts';

area('calendars', async () => (await import('./zh')).calendarsZh, async () => (await import('./en')).calendarsEn);
