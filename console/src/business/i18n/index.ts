import { area } from '../../i18n/texts';

// They come with the pages that show them, not with the first page of everybody.
area('business', async () => (await import('./zh')).businessZh, async () => (await import('./en')).businessEn);
