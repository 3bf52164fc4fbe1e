import { area } from '../../i18n/texts';

area('contracts', async () => (await import('./zh')).contractsZh, async () => (await import('./en')).contractsEn);
