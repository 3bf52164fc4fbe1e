export const letterEn = {
  language: 'Language of mails',
  languages: { zh: '中文', en: 'English' },
};
