import { area } from '../../i18n/texts';

// What only those read who come by a link of a mail comes with their page.
area('answer', async () => (await import('./zh')).answerZh, async () => (await import('./en')).answerEn);
