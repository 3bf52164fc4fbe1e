import { area } from '../../i18n/texts';

// They come with the list that shows them.
area('bell', async () => (await import('./zh')).bellZh, async () => (await import('./en')).bellEn);
