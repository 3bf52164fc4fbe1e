export const differenceEn = {
  added: 'added: ', removed: 'removed: ', end: '. ', shown: 'Compared with what was approved on {{time}}', legend: 'Underlined is new, struck out is gone', same: 'No word has changed', whole: 'The first review: there is nothing to compare with', hide: 'New text only', show: 'Show changes',
};
