import { area } from '../../i18n/texts';

area('letter', async () => (await import('./zh')).letterZh, async () => (await import('./en')).letterEn);
