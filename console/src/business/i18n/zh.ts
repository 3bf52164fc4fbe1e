/** What managers read: figures, monthly reports, compensation; monthly reports are read by customers, too. */
export const businessZh = {
  lessThanAMinute: '不足 1 分钟', minutes: '{{minutes}} 分钟', hours: '{{hours}} 小时', hoursMinutes: '{{hours}} 小时 {{minutes}} 分', days: '{{days}} 天', daysHours: '{{days}} 天 {{hours}} 小时',
  period: '统计时间', periods: { this: '本月', last: '上月', 30: '最近 30 天', 90: '最近 90 天', picked: '选择日期' }, days2: '{{from}} 至 {{to}}', month: '月份', customer: '客户', engineer: '工程师',
  back: '返回经营看板', table: '{{title}}：数据表', asOf: '承诺计入其到期的时间段；已取消的不计。', look: '查看明细：{{what}}',
  total: '到期', kept: '已兑现', broken: '未兑现', open: '未结', rate: '按时兑现率', target: '目标', all: '全部承诺', promise: '承诺', ticket: '工单', priority: '优先级', due: '截止时间', done: '完成时间', late: '延误', state: '结果', cause: '原因',
  nothingDue: '这段时间没有到期的承诺', nothingDone: '这段时间没有完成的承诺', nothingBroken: '这段时间没有未兑现的承诺', noVisits: '这段时间没有上门', noNotices: '这段时间没有延误告知', noAnswers: '这段时间还没有客户评价',
  tile: { rate: '按时兑现率', due: '到期承诺', broken: '未兑现', open: '未结', punctual: '上门准时率', satisfaction: '客户满意度', ofDecided: '{{kept}} / {{decided}} 项已有结果', ofVisits: '{{count}} 次上门', ofAnswers: '{{count}} 份评价，满分 5' },
  trend: '按时兑现率（逐月）', by: '按时兑现率', byWhat: '统计维度', unknownEngineer: '已离职的工程师', unknown: { CUSTOMER: '内部事项', KIND: '未注明', PRIORITY: '未注明', SERVICE: '无单独约定', ENGINEER: '未派工程师', MONTH: '未注明' },
  times: '处理用时分布', took: '用时', lessThan: '不足 {{to}}', between: '{{from}}–{{to}}', moreThan: '{{from}}及以上', half: '一半在 {{time}} 内', most: '九成在 {{time}} 内', longest: '最长 {{time}}', timesNote: '自报修起的自然时间，包括夜间、休息日和等待。',
  causes: '未兑现的主要原因', times_count: '次数', share: '占比', looked: '已核查', incomplete: '未兑现的承诺太多，只统计了最近的 {{count}} 项，请缩短时间范围。',
  punctuality: '上门准时', everybody: '全部工程师', punctual: '准时率', visits: '上门', unannounced: '未事先告知', arrival: { EARLY: '早于 10 分钟', ON_TARGET: '提前 5–10 分钟', TIGHT: '提前不足 5 分钟', LATE: '迟到', ABSENT: '未到', AHEAD: '尚未到时间' }, punctualityNote: '目标是比约定时间提前 10 至 5 分钟到达。',
  notices: '延误告知', rule: '规则', everyRule: '全部规则', rules: { R83: '迟到不足半小时', R87: '推迟半天以内', R88: '推迟超过半天' }, told: '告知', inTime: '及时', tooLate: '不及时',
  satisfaction: '客户满意度', aspect: '评价项目', answers: '份数', average: '平均分', low: '低分（1–2 分）', leastSatisfied: '按客户（低分在前）', comment: '客户留言',
  rows: { promises: '数字背后的承诺', breaches: '未兑现的承诺', surveys: '客户评价', none: '没有符合条件的内容', took: '用时 {{took}}', lowOnly: '只看低分', found: '主管查明', derived: '由记录得出' },
  reports: {
    about: '每月由系统自动起草，核对后发布。发布后不再改变，客户可以在“我的报告”中看到并下载。', aboutPortal: '我们每月给您的服务报告。', none: '没有月度报告', nonePortal: '还没有发布给您的报告', draft: '起草月报', draftHint: '按现在的数据重新计算这个月；之前的稿保持不变。', drafted: '已起草', type: '种类', allTypes: '全部种类', allStatus: '全部状态', monthMissing: '请选择月份', customerMissing: '请选择客户',
    monthOver: '只能起草已经结束的月份。', title: '{{customer}} {{month}}服务报告', meeting: '{{month}}运维例会材料', number: '第 {{number}} 稿', superseded: '已有更新的一稿', draftedBy: '起草', releasedBy: '发布', by: '{{name}} · {{time}}', system: '系统', pdf: '下载 PDF', xlsx: '下载 Excel', release: '发布', releaseAsk: '发布{{title}}',
    releaseHint: '发布后不能再修改，客户立即可以看到。', releaseMeetingHint: '发布后不能再修改。', comment: '给读者的说明（可不填）', commentHint: '例如：本月国庆假期服务平稳，感谢配合。', released: '已发布', again: '重新起草', planned: '系统正在起草，请稍后再看。', supersededHint: '这一稿之后又起草过，不能再发布。请打开最新的一稿。', figuresAsOf: '数据截止',
    volume: '受理工单（逐月）', tickets: '工单数', openTitle: '未结的承诺', openNote: '逾期或一周内到期的共 {{count}} 项，其中逾期 {{overdue}} 项。', noneOpen: '没有逾期或一周内到期的承诺', owed: '本月核准的补偿', entries: '笔数', amount: '金额', noneOwed: '本月没有核准的补偿', broken: '未兑现的承诺', brokenMore: '共 {{count}} 项，列出最近的 {{listed}} 项。', saved: '已保存 {{name}}',
  },
  compensation: {
    about: '合同承诺没有兑现时应付给客户的补偿。系统按合同自动计算，经理核准后客户才能看到。', none: '没有补偿记录', agreement: '合同', version: '{{agreement}}，第 {{number}} 版', ofMonth: '整月兑现率', breachedAt: '违约时间', amount: '金额', growing: '仍可能增加', status: '状态', all: '全部', month: '月份',
    statement: '结算单', statementPdf: '结算单 PDF', statementCsv: '结算单 CSV', statementHint: '选择一个客户和月份，就可以下载结算单。', reckoning: '金额是怎样算出来的', history: '处理经过', title: '{{customer}} {{month}}补偿',
    fact: { OWED: '系统提出', EXCLUSION_PROPOSED: '建议免除', EXCLUSION_ACCEPTED: '同意免除', EXCLUSION_REJECTED: '不同意免除', APPROVED: '核准', WITHDRAWN: '撤销：后来得知并未超时' }, byService: '系统', words: '{{cause}}：{{reason}}', evidence: '证据：{{evidence}}', because: '理由：{{reason}}',
    exclude: '建议免除', excludeHint: '只有合同约定的原因可以免除，由经理另行裁定。', excludeNone: '合同没有约定可以免除的原因。', causeMissing: '请选择原因', reason: '理由', reasonHint: '例如：台风登陆，全市停工停业', proof: '证据', proofHint: '例如：市气象局 11 月 20 日通告', accept: '同意免除', acceptAsk: '同意免除这笔补偿？', acceptHint: '同意后不再补偿客户，不能撤回。',
    reject: '不同意免除', rejectHint: '例如：通告只涉及外环以外', approve: '核准', approveAsk: '核准补偿 {{amount}}？', approveHint: '核准后金额固定，客户可以看到。合同的月度上限在核准时计算。', own: '这是您自己建议的，请由另一位经理裁定。', notSettled: '承诺还没有完成，金额仍可能增加，完成后才能核准。', nothing: '按合同算下来不需要补偿，不必核准。', approved: '已核准', accepted: '已免除', rejected: '已退回', proposed: '已建议，等待经理裁定',
  },
};
