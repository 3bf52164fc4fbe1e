export const differenceZh = {
  added: '新增：', removed: '删除：', end: '。', shown: '与 {{time}} 审核通过的版本相比', legend: '下划线是新增的，删除线是去掉的', same: '文字没有变化', whole: '第一次审核，没有可比较的版本', hide: '只看新文字', show: '显示改动',
};
