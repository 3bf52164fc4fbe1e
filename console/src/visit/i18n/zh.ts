/** The service order as a file. */
export const orderZh = {
  save: '下载服务单（PDF）', saveSigned: '下载已签服务单（PDF）', saved: '已保存：{{name}}', file: '上门服务单 {{number}}.pdf', keep: '链接有效期内可以从这里保存已签的服务单，上面附有签署证明。',
};
