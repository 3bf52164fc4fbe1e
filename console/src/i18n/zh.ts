export const zh = {
  app: { colon: '：', comma: '、', name: '工单', title: '工单 Gongdan', slogan: '愈精致、愈宽容、愈贴心', about: '报修、远程、上门，一路看得见；对您的每个承诺，都有时钟。' },
  nav: { main: '主导航', tickets: '我的工单', open: '新建工单', skip: '跳到正文', language: 'English', languageLabel: 'Switch to English', signOut: '退出', account: '账户' },
  signIn: {
    button: '登录', expiredTitle: '登录已过期', expired: '请重新登录。本页填写的内容已保留，登录后会回到这里。', again: '重新登录',
    unreachable: '服务暂时无法访问', point1: '报修后立即看到承诺时间', point2: '处理过程实时更新', point3: '完成后由您确认并评价',
  },
  problem: {
    title: '出错了', network: '网络不通或服务没有响应，请稍后再试。', retry: '重试', unknown: '请求失败（{{status}}），请稍后再试。', trace: '追踪号 {{id}}',
    signedOut: '登录已过期，请重新登录。', forbidden: '您没有权限查看此内容。', missing: '没有找到，或您无权查看。', busy: '请求过于频繁，请稍候再试。', down: '服务暂时不可用，请稍后再试。',
    page: '页面加载失败，可能刚刚升级过。', reload: '重新加载', nowhere: '页面不存在', home: '回到首页',
  },
  list: {
    title: '我的工单', number: '工单号', summary: '故障概述', customer: '客户', status: '状态', priority: '优先级', expectedBy: '客户要求', due: '承诺时限',
    breached: '已超时', allStatus: '全部状态', search: '搜索工单号或概述', more: '加载更多', end: '共 {{count}} 张工单', empty: '没有工单', emptyFiltered: '没有符合条件的工单',
    clear: '清除条件', scope: '范围', mine: '只看我的', all: '全部', stale: '刷新失败，显示的是之前的内容。',
  },
  open: {
    title: '新建工单', customer: '客户', customerHint: '输入客户名称查找', site: '地点', contact: '联系人', product: '产品', summary: '故障概述',
    summaryHint: '一句话说明，例如：收银机无法打印小票', symptom: '详细现象', symptomHint: '什么时候开始、有什么提示、已经试过什么', impact: '影响范围', urgency: '紧急程度',
    expectedBy: '客户要求完成时间', submit: '提交工单', cancel: '取消', required: '请填写{{field}}', future: '必须晚于当前时间', tooLong: '最多 {{count}} 字',
    known: '可能的已知故障', knownNone: '暂无相似的已知故障', knownDown: '知识库暂时不可用，不影响提交。', cause: '原因', fix: '处理方法', draft: '已恢复上次未提交的内容。',
    discard: '清空', today: '今天 18:00', tomorrow: '明天 12:00', day: '24 小时后', noCustomer: '您的账户还没有关联客户，请联系服务台。', nothing: '没有数据',
    duplicate: '这张工单可能已经提交成功，请先到“我的工单”查看；确实没有的话再提交一次。', opened: '工单 {{number}} 已提交',
  },
  ticket: {
    back: '返回列表', facts: '基本信息', customer: '客户', site: '地点', contact: '联系人', product: '产品', channel: '渠道', impact: '影响范围', urgency: '紧急程度',
    assignee: '负责人', openedAt: '登记时间', symptom: '详细现象', resolution: '处理结果', category: '故障类别', cause: '原因', fix: '处理方法', method: '处理方式',
    promises: '我们的承诺', story: '处理过程', unknownPerson: '已指派', me: '我', storyEmpty: '还没有记录',
  },
  promise: {
    RESOLUTION_24H: '24 小时内解决', EXPECTED_TIME: '客户要求时间', due: '截止 {{time}}', left: '剩余 {{time}}', over: '已超 {{time}}', met: '已履约', breached: '已超时',
    pending: '承诺登记中', none: '未要求', ended: '已结束', dayTime: '{{days}} 天 {{clock}}',
  },
  sign: {
    title: '请确认并签字', ticket: '工单 {{number}}', document: '上门服务单', window: '约定时间', engineer: '工程师', arrived: '到达时间', completed: '完成时间', need: '服务内容', work: '所做工作', cause: '故障原因', fix: '处理方法',
    checklist: '检查项目', done: '已完成', notDone: '未完成', hash: '文件指纹', hashHint: '签字与以上内容绑定，内容改动后指纹会不同。', pad: '手写签名', padHint: '请在此处手写签名', undo: '撤销一笔', clear: '重写', name: '签字人姓名', at: '签字时间',
    padMissing: '请先手写签名', tooShort: '签名太短，请写完整', agree: '提交即表示您确认以上服务内容属实。', submit: '提交签字', again: '再试一次', validUntil: '此链接在 {{time}} 前有效，仅能使用一次。',
    offline: '网络不通，签字还没有送达', offlineHint: '您的签名和姓名已保留在本页，网络恢复后会自动提交，也可以点“再试一次”。请不要关闭本页。',
    thanks: '签字完成，谢谢您', thanksHint: '上门服务单 {{number}} 已由您签字确认，可以关闭本页。', received: '签字已经收到，谢谢您', receivedHint: '刚才网络中断，但您的签字已送达，可以关闭本页。',
    used: '此服务单已经签字', usedHint: '每个链接只能使用一次。如有疑问，请联系服务台。', expired: '链接已失效', expiredHint: '链接超过有效期，或已发送了新的链接。请使用最新一封邮件，或请工程师重新发送。',
    unknown: '链接不正确', unknownHint: '请检查链接是否完整，最好直接从邮件中点开。', staff: '服务人员不能代客户签字', staffHint: '您正以员工账户登录。签字只能由客户本人在自己的设备上，通过邮件中的链接完成。',
  },
  live: { live: '实时', connecting: '连接中', reconnecting: '重新连接中' },
  action: {
    title: '操作', acknowledge: '受理', resolve: '登记解决', confirm: '确认已解决', reopen: '故障仍在', reopenAsk: '请说明现象，工单会重新打开。', reason: '说明', survey: '评价服务', submit: '提交', cancel: '取消', done: '已完成',
    confirmAsk: '确认故障已经解决？确认后工单关闭。', confirmedBy: '由谁确认', confirmedByHint: '客户联系人姓名', category: '故障类别', cause: '原因', fix: '处理方法',
    method: '处理方式', verified: '已与客户一起验证故障消除', verifiedRequired: '必须先与客户一起验证', stale: '工单已有新进展，页面已刷新，请再看一眼。',
    thanks: '谢谢您的评价', useFix: '采用', usedArticle: '采用知识：{{title}}', surveyHint: '没有经历的环节可以不评。', comment: '还想说的话', oneScore: '请至少评一项',
  },
  status: {
    OPEN: '待受理', IN_PROGRESS: '处理中', WAITING: '等待中', ON_SITE: '上门服务', RESOLVED: '待客户确认', CLOSED: '已关闭', CANCELLED: '已取消',
  },
  enums: {
    channel: { PHONE: '电话', PORTAL: '自助门户', API: '系统接口', EMAIL: '邮件', IM: '即时消息', MONITORING: '监控', PATROL: '巡检', MAIL: '邮件', SMS: '短信', WEBHOOK: '系统回调' },
    level: { LOW: '低', MEDIUM: '中', HIGH: '高' },
    reason: { CUSTOMER: '等待客户', PARTS: '等待备件', THIRD_PARTY: '等待第三方' },
    method: { PHONE: '电话', REMOTE: '远程', ON_SITE: '上门' },
    punctuality: { EARLY: '提前', ON_TARGET: '准时', TIGHT: '勉强准时', LATE: '迟到' },
    outcome: { FIXED: '故障已排除', NOT_FIXED: '故障未排除' },
    kind: { RESOLUTION_24H: '24 小时内解决', EXPECTED_TIME: '按客户要求时间解决', ACKNOWLEDGE: '受理', ARRIVAL: '按时上门', NOTICE_OF_DELAY: '延误提前告知', CALL_BACK: '按承诺时间答复', UPDATE_CADENCE: '按时通报进展', TIME_TO_ASSIGN: '及时派工', HAND_OFF: '及时答复移交', COMPLAINT: '及时处理投诉' },
    role: { supervisor: '主管', manager: '经理', duty: '值班工程师' },
    because: { KEPT: '实际已按时完成', AGREED: '客户此前已同意延期', PAUSED: '等待客户的时间不计入', RESCHEDULED: '上门时间此前已改约', CALLED_OFF: '此前已取消' },
    score: { call: '电话接待', remote: '远程服务', punctuality: '守时', skill: '技术水平', manners: '礼貌仪表', result: '处理结果' },
  },
  detail: {
    summary: '故障概述', steps: '步骤', reason: '原因', evidence: '凭据', cause: '故障原因', fix: '处理方法', plan: '方案', work: '工作内容', need: '需要', skipReason: '未先远程的理由',
    comment: '留言', missing: '尚缺资料', note: '说明', action: '操作', result: '结果', tool: '工具', scope: '范围', consentBy: '同意人', confirmedBy: '确认人', preferred: '期望时间',
    previous: '原定时间', template: '内容', category: '故障类别', title: '标题', words: '承诺原话', said: '沟通内容', explanation: '说明',
  },
  story: {
    TicketOpened: '工单已登记，渠道：{{channel}}', TicketAcknowledged: '工单已受理', TicketAssigned: '已指派负责人', TicketAssigned_named: '已指派给{{assignee}}',
    PhoneFixAttempted: '电话指导处理', PhoneFixAttempted_yes: '电话指导处理，故障排除', PhoneFixAttempted_no: '电话指导处理，未能解决',
    RemoteSessionStarted: '在客户同意和陪同下开始远程处理', RemoteStepLogged: '远程操作一步', RemoteSessionEnded: '远程处理结束',
    RemoteSessionEnded_yes: '远程处理结束，故障排除', RemoteSessionEnded_no: '远程处理结束，未能解决',
    VisitRequested: '申请上门服务', VisitOrdered: '上门服务单已生成', VisitOrdered_named: '上门服务单 {{number}} 已生成',
    VisitScheduled: '已安排上门：{{window}}', VisitScheduled_named: '已安排{{engineer}}上门：{{window}}', VisitAccepted: '工程师已接单', VisitAccepted_named: '{{engineer}}已接单',
    VisitDeclined: '工程师无法前往，重新安排中', VisitRescheduled: '经客户同意，上门改为 {{window}}', VisitDelayed: '非常抱歉，上门将推迟到 {{window}}',
    EngineerDeparted: '工程师已出发', EngineerDeparted_named: '{{engineer}}已出发', VisitStarted: '工程师已到达现场', VisitStarted_rated: '工程师已到达现场（{{punctuality}}）',
    CustomerAbsent: '到达时客户不在现场', VisitRefused: '客户谢绝了上门', VisitCompleted: '上门服务完成', VisitCompleted_rated: '上门服务完成：{{outcome}}',
    SignatureRequested: '已请客户签字确认', VisitSigned: '客户已在服务单上签字', VisitCancelled: '上门已取消',
    TicketWaiting: '工单暂停', TicketWaiting_rated: '工单暂停：{{reason}}', TicketResumed: '工单继续处理', TicketResolved: '故障已解决，请客户确认', TicketResolved_rated: '故障已通过{{method}}解决，请客户确认',
    TicketReopened: '工单重新打开', TicketClosed: '工单已关闭', TicketCancelled: '工单已取消', SurveyAnswered: '客户作了评价', SurveyAnswered_rated: '客户作了评价：{{scores}}',
    PromiseMade: '作出承诺“{{kind}}”，截止 {{due}}', SlaWarned: '承诺“{{kind}}”临近截止 {{due}}', SlaBreached: '承诺“{{kind}}”已超时，截止时间是 {{due}}', SlaMet: '承诺“{{kind}}”已履约',
    SlaBreachWithdrawn: '更正：承诺“{{kind}}”并未超时，时限为 {{due}}', SlaBreachWithdrawn_rated: '更正：承诺“{{kind}}”并未超时（{{because}}），时限为 {{due}}',
    SlaEscalated: '承诺“{{kind}}”（截止 {{due}}）已升级通知：{{role}}',
    CallbackPromised: '承诺在 {{due}} 前给客户答复', CustomerContacted: '已与客户沟通', CustomerContacted_yes: '已按承诺答复客户', CustomerContacted_no: '已与客户沟通',
    TicketHandedOver: '工单已移交', TicketHandedOver_named: '工单已移交给{{to}}', HandOverAccepted: '移交已接受', HandOverAccepted_named: '{{to}}已接受移交',
    HandOverRefused: '移交被退回', HandOverRefused_named: '{{to}}退回了移交',
    SlaExtended: '承诺“{{kind}}”延至 {{due}}', ExtensionAgreed: '经客户同意，时间延至 {{time}}',
    NotificationDelivered: '已通知客户', NotificationDelivered_rated: '已通过{{channel}}通知', NotificationFailed: '通知没有送达', NotificationFailed_rated: '通过{{channel}}的通知没有送达',
    unknown: '事件：{{type}}', yes: '是', no: '否',
  },
};

type Texts<T> = { [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> };

/** Every language has exactly these texts; the compiler and a test hold it. */
export type Words = Texts<typeof zh>;
