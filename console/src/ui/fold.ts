/** The form in which the console compares what is typed with what is listed; the services' own form knows more (ADR 018). */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s\p{Cf}\p{Pd}\p{Pc}]/gu, '');

/** For selections that filter their options themselves. */
export const holds = (typed: string, option?: { label?: unknown }) => fold(String(option?.label ?? '')).includes(fold(typed));
