import type { TFunction } from 'i18next';

/** The word for a code in a group of texts, such as `enums.level`. Nobody is shown a code: one that is newer than this console is “other”. */
export const wordOf = (t: TFunction, group: string, code: string): string => t(`${group}.${code}`, { defaultValue: t('app.other') });
