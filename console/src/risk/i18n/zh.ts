/** What the wall of supervisors says. */
export const riskZh = {
  asOf: '{{time}} 的情况，有变化就更新',
  tiles: '风险分类',
  tile: { DUE: '一小时内到期', BROKEN: '已超时未完成', SILENT: '该联系客户而未联系', UNOWNED: '没有负责人', WAITING: '等备件或第三方', ESCALATIONS: '升级无人答复', LOADS: '人员负荷' },
  about: {
    DUE: '还来得及的承诺，最急的在前。', BROKEN: '已经超时、事情还没有做完的承诺，拖得最久的在前。', SILENT: '说好的回电或定期通报没有做到，客户还在等我们的消息。', UNOWNED: '还没有指派给任何人的未结工单，最先到期的在前。',
    WAITING: '工作停在备件或第三方那里的工单。客户的时限仍在走。', ESCALATIONS: '因为承诺有危险或已超时，按规则通知了谁，谁答复了。', LOADS: '每个人手上的未结工单和对客户的承诺。点姓名看明细。',
  },
  none: {
    DUE: '一小时内没有要到期的承诺', BROKEN: '没有超时未完成的承诺', SILENT: '该联系的客户都联系了', UNOWNED: '每张未结工单都有负责人', WAITING: '没有工单在等备件或第三方', LOADS: '没有未结的工作',
    ESCALATIONS: { OPEN: '没有等待答复的升级', ANSWERED: '还没有答复过的升级', ENDED: '没有不了了之的升级' },
  },
  left: '还剩 {{span}}', over: '已超 {{span}}', dueAt: '截止 {{time}}', paused: '暂停计时', silentSince: '上次消息 {{time}}', waitingSince: '{{reason}}，从 {{time}} 起', noDue: '没有时限',
  span: { day: '{{days}} 天', days: '{{days}} 天 {{hours}} 小时', hour: '{{hours}} 小时', hours: '{{hours}} 小时 {{minutes}} 分', minutes: '{{minutes}} 分钟', none: '不到 1 分钟' },
  visit: '上门服务单', shift: '值班班次', noNumber: '查看工单', someone: '某位工程师', nobody: '没有负责人',
  step: {
    percent: '时间用到 {{percent}}% 时', due: '到期时', before: '到期前 {{span}}', after: '到期后 {{span}}', working: '（按工作时间）',
  },
  states: '升级的状态',
  state: { OPEN: '等待答复', ANSWERED: '已答复', ENDED: '未答复已了结' },
  told: '{{step}}，{{time}} 通知了{{role}}', onDuty: '当时值班：{{names}}', nobodyOnDuty: '当时无人值班', answeredBy: '{{name}} 于 {{time}} 答复：{{note}}', ended: '无人答复，事情已于 {{time}} 了结', waits: '尚无人答复',
  answer: '答复', answerTitle: '答复这次升级', note: '准备怎么办', noteHint: '例如：已电话告知客户，李工 14:00 到现场', answered: '已答复，其他主管会看到',
  mails: '看通知发给了谁', noMails: '没有找到发出的邮件', mailTo: '{{state}} · {{address}} · {{time}}', unaddressed: '收件人未定',
  load: { who: '人员', tickets: '未结工单', waiting: '其中等待中', breached: '其中有超时', promises: '未结承诺', visits: '上门', due: '一小时内到期', broken: '已超时', next: '最近到期' },
  promisesOf: '{{name}}的承诺', ticketsOf: '{{name}}的工单', all: '返回全部人员', noPromises: '没有约束他的未结承诺', noTickets: '没有未结工单',
};
