import { area } from '../../i18n/texts';

// What only those read who plan visits, drive there or stand on the roster: it comes with their pages.
area('field', async () => (await import('./zh')).fieldZh, async () => (await import('./en')).fieldEn);
