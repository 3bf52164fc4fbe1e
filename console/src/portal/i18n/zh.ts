export const portalZh = {
  desk: '客服', engineer: '服务工程师',
  // What the list and the page of a ticket say about where it stands.
  step: { received: '已收到', working: '处理中', visit: '上门', solved: '等您确认', done: '已完成' },
  stepNow: '{{step}}（现在）',
  now: {
    OPEN: '我们已收到，马上安排人处理', IN_PROGRESS: '正在处理', ON_SITE: '正在安排工程师上门', CLOSED: '已完成', CANCELLED: '已撤回，不再处理', RESOLVED: '我们已处理好，请您确认',
    CUSTOMER: '我们在等您的消息', PARTS: '正在等备件到货', THIRD_PARTY: '正在等厂家或运营商处理', WAITING: '暂时停一下，有消息会告诉您',
    booked: '{{who}} {{when}} 上门', coming: '{{who}}已出发，预计 {{when}} 到', here: '{{who}}正在现场处理', sign: '现场已处理完，请您签字', absent: '上门时没有遇到您，我们会与您重新约时间', refused: '上门已取消，我们会与您重新约时间', visited: '现场服务已完成，正在收尾',
  },
  day: { today: '今天', tomorrow: '明天', after: '后天' },
  mine: {
    hello: '{{name}}，您好', waits: '需要您处理', nothingWaits: '现在没有需要您处理的事', confirm: '故障已处理好，请确认', confirmDo: '去确认', rate: '已完成，请评价', rateDo: '去评价', sign: '请为上门服务签字', signHint: '请打开我们发给您的签字邮件；没有收到的话，请工程师重新发送。', signDo: '查看服务单',
    visits: '接下来的上门', visitTo: '{{who}}上门{{place}}', tickets: '我的报修', open: '处理中', finished: '已结束', allShops: '全部门店', shop: '门店', none: '没有正在处理的报修', noneEver: '没有已结束的报修', noneHere: '这家门店没有', report: '我要报修', at: '{{time}} 报修', state: '按进度看', answerBy: '{{time}} 前给您答复',
    part: '部分内容暂时读不到，稍后会自动再试。',
  },
  report: {
    where: '哪家店？', what: '什么东西坏了？', unknown: '不确定，或不在里面', wrong: '怎么了？', wrongHint: '一句话，例如：打不出小票', usual: '常见情况', more: '补充说明（可不填）', moreHint: '什么时候开始的、屏幕上显示什么、已经试过什么',
    usualOnes: { dead: '开不了机', slow: '很慢、卡住', offline: '连不上网', print: '打不出来', scan: '扫不出来', account: '登录不了' },
    about: '{{product}}：{{what}}', who: '影响多少人？', whoOf: { LOW: '只有我一个人', MEDIUM: '一个柜台', HIGH: '整个店' }, urgent: '还能做生意吗？', urgentOf: { LOW: '能凑合用', MEDIUM: '影响生意', HIGH: '完全停了' },
    contact: '联系谁？', contactHint: '我们打给谁', until: '希望什么时候前修好（可不填）', send: '提交报修', sent: '报修已收到', number: '单号 {{number}}', next: '接下来', nextWaits: '正在为您确认时间…', nextPlain: '我们会尽快联系您。进展会显示在这里，也会发邮件给您。', company: '公司',
  },
  ticket: {
    progress: '进度', talk: '往来记录', facts: '报修内容', shop: '门店', thing: '东西', more: '补充说明', who: '联系人', at: '报修时间', result: '处理结果', cause: '原因', fix: '怎么处理的', visits: '上门', visitLink: '服务单 {{number}}', affects: '影响', nothingYet: '还没有记录',
    notYetConfirm: '还没有处理好，暂时不用确认。处理好后我们会请您确认。', confirmedBefore: '这张报修已经结束，不用再确认了，谢谢您。', cancelledBefore: '这张报修已经撤回，不需要再处理。', notYetRate: '处理完成后才能评价，谢谢您的耐心。', ratedBefore: '您已经评价过了，谢谢。', rateNow: '这次服务怎么样？', confirmNow: '我们已处理好，请您看看是不是真的好了。',
    confirm: '好了，确认', reopen: '没好', rated: '谢谢您的评价', old: '之前的服务有问题？可以再报修一次。',
  },
  promise: {
    title: '我们对您的承诺', by: '{{time}} 前', left: '还有 {{span}}', paused: '等您的消息，暂停计时', keptAt: '{{time}} 已做到', kept: '已做到', void: '不再需要', missed: '非常抱歉，我们没有按时做到', missedUntil: '应在 {{time}} 前做到，我们正在抓紧', missedLate: '应在 {{time}} 前做到，晚了 {{span}}', none: '还没有作出承诺', ended: '已做到和已结束的（{{count}}）', moved: '原定 {{time}}',
  },
  story: {
    TicketOpened: '已报修', TicketAcknowledged: '客服已开始处理', TicketAssigned: '已安排专人负责', PhoneFixAttempted: '客服在电话里帮您处理', PhoneFixAttempted_yes: '客服在电话里帮您处理好了', PhoneFixAttempted_no: '客服在电话里帮您试过，还没有好', RemoteSessionStarted: '经您同意，开始远程处理', RemoteSessionEnded_yes: '远程处理好了', RemoteSessionEnded_no: '远程试过，还没有好',
    VisitRequested: '需要派人上门', VisitAccepted: '工程师已确认会来', VisitAccepted_named: '{{engineer}}已确认会来', VisitDeclined: '正在为您换一位工程师', CustomerAbsent: '工程师到了，没有遇到您', VisitRefused: '您谢绝了这次上门', VisitSigned: '您已在服务单上签字', VisitCompleted_rated: '现场处理完成：{{outcome}}',
    TicketWaiting_rated: '暂时停一下：{{reason}}', TicketResumed: '继续处理', TicketResolved: '已处理好，请您确认', TicketResolved_rated: '已处理好（{{method}}），请您确认', TicketReopened: '您说还没好，我们接着处理', TicketClosed: '已完成', TicketCancelled: '已撤回', SurveyAnswered: '您已评价', SurveyAnswered_rated: '您的评价：{{scores}}',
    MessageReceived: '您的留言', MessageSent: '客服答复',
    CallbackPromised: '我们答应在 {{due}} 前给您答复', CustomerContacted: '我们与您沟通过', CustomerContacted_yes: '已按约定答复您', CustomerContacted_no: '我们与您沟通过', ExtensionAgreed: '与您商定：延到 {{time}}', SlaBreached: '非常抱歉，“{{kind}}”没有按时做到',
  },
  enums: { reason: { CUSTOMER: '等您的消息', PARTS: '等备件到货', THIRD_PARTY: '等厂家或运营商' }, method: { PHONE: '电话处理', REMOTE: '远程处理', ON_SITE: '上门处理' } },
  orders: { none: '还没有签字的服务单', signed: '签字于 {{time}}' },
  compensation: { none: '没有补偿记录', hint: '这里是我们没有按约定做到、已核准补给您的金额。', month: '月份', all: '全部月份', why: '怎么算的', approved: '{{time}} 核准', whole: '整月' },
};
