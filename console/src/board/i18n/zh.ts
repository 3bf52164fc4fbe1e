export const fieldZh = {
  day: '日期', today: '今天', before: '前一页', after: '后一页', oneDay: '一天', week: '一周', span: '显示范围', due: '承诺 {{time}} 前解决', afterDue: '安排的时间晚于承诺时限',
  waiting: '待安排', waitingCount: '待安排（{{number}}）', noneWaiting: '没有待安排的上门', free: '当天没有安排', noEngineers: '还没有登记工程师，请先在“工程师与岗位”中登记。', visitCount: '{{count}} 单',
  boardHint: '把待安排的上门拖到工程师的时间上即可派工；拖动已安排的即可改约或改派。用键盘：选中后用左右键改时间（每次一刻钟，按住 Shift 为一小时），上下键换工程师，Enter 确认，Esc 取消；直接按 Enter 查看详情。斜线表示不在班。', movingTo: '{{engineer}}，{{time}}，{{fit}}。按 Enter 确认，按 Esc 取消。', movedBack: '没有改动：{{engineer}}，{{time}}', boardHintReader: '点开可查看详情。斜线表示不在班。',
  fit: { free: '空闲', busy: '时间冲突', offDuty: '不在班' }, fitOf: '（{{fit}}）', thatDay: '{{day}} 的安排', offDutyAgreed: '该时段不在班，本人已同意前往', reassignHint: '例如：李工生病',
  happenedAt: '实际发生时间（不填为现在）', happenedAtRequired: '实际发生时间', toldLater: '补登“{{step}}”', sure: '确认无误', sureAsk: '到达时间与约定相差太远',
  unfinished: '之前未完成', later: '以后', noVisits: '没有您的上门安排', map: '导航', call: '打电话',
  duty: '岗位', duties: '岗位', month: '月份', person: '人员', time: '时间', tasks: '等您处理', gap: '人数不足', gapCount: '有 {{count}} 个时段值班人数不足', gapLine: '{{time}}，缺 {{number}} 人', noDuties: '还没有值班岗位，请先在“工程师与岗位”中建立。', noShifts: '本月还没有排班',
  rotation: '按轮班起草', draft: '加一个班次', drafted: '已起草，发布后生效', draftedCount: '已起草 {{count}} 个班次，人数不足的时段：{{gaps}} 个', publish: '发布排班', publishCount: '发布（{{count}} 个草稿）', published: '已发布', discard: '丢弃草稿', discardAsk: '丢弃本月的 {{count}} 个草稿？',
  acceptGaps: '已知人数不足，仍然发布', rhythm: '轮班方式', rhythms: { office: '行政班', two: '白夜两班', four: '四班三运转' }, from: '从', to: '到', turns: '班别', turn: '班别名称', addTurn: '添加班别', pattern: '轮班顺序', patternHint: '每天一个班别，用空格隔开，“-”为休息',
  members: '参加轮班的人员', offset: '领先天数', addMember: '添加人员', anchor: '顺序的第一天', startsAt: '开始', clockWrong: '如 09:00', endsAt: '结束', colleague: '换给', withdrawnBecause: '撤销原因', swapHint: '对方同意并经主管批准后才生效。', swapOf: '{{from}}请{{to}}代班：{{reason}}', replaceHint: '已经值过的时间保留，从现在起由新的班次接替。',
  handover: '交接', note: '交接说明', noteHint: '接班的人需要知道什么', openItems: '未完事项', openItem: '未完事项', openItemHint: '例如：旺角便利店等备件', addItem: '添加事项', refusedBy: '{{name}}退回：{{reason}}',
  step: {
    swap: '申请换班', acceptSwap: '同意代班', declineSwap: '不同意', takeBackSwap: '撤回换班', approveSwap: '批准换班', refuseSwap: '驳回换班', writeHandover: '填写交接', acceptHandover: '确认接班', refuseHandover: '退回交接', publish: '发布', discard: '丢弃', replace: '更换', withdraw: '撤销班次',
  },
  engineers: '工程师', register: '登记工程师', noUsername: '未关联账号', username: '登录账号', usernameHint: '排班按此账号认人，例如 engineer', usernameWrong: '只能用字母、数字和 . _ @ -', accountId: '账号编号', accountIdHint: '账号的 UUID；本人登录后据此看到自己的上门', newDuty: '新建岗位', code: '代码', codeWrong: '大写字母开头，只用大写字母、数字和下划线', codeTaken: '已有岗位使用此代码，请换一个，或修改原岗位',
  responsibilities: '职责', needed: '同时需要几人', neededCount: '需要 {{number}} 人', when: '值班时间', aroundTheClock: '全天 24 小时', byHours: '按时段', addHours: '添加时段', days: '星期', daysMissing: '请选择星期',
};
