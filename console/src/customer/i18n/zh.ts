export const letterZh = {
  language: '邮件语言',
  languages: { zh: '中文', en: 'English' },
};
