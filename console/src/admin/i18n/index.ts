import { area } from '../../i18n/texts';

// Hundreds of names that only those who run the platform read: they come with the pages that show them, not with the first page of everybody.
area('admin', async () => (await import('./zh')).adminZh, async () => (await import('./en')).adminEn);
