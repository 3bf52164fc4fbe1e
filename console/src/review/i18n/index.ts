import { area } from '../../i18n/texts';

area('difference', async () => (await import('./zh')).differenceZh, async () => (await import('./en')).differenceEn);
