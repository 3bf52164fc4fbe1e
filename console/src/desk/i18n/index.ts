import { area } from '../../i18n/texts';

// Read by the desk and by whoever looks at a ticket: they come with those pages, not with the first page of everybody.
area('desk', async () => (await import('./zh')).deskZh, async () => (await import('./en')).deskEn);
