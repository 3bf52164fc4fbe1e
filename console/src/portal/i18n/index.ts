import { area } from '../../i18n/texts';

// What only customers read comes with their pages.
area('portal', async () => (await import('./zh')).portalZh, async () => (await import('./en')).portalEn);
