export const deskZh = {
  do: {
    contact: '登记沟通', callback: '承诺答复', handOver: '移交', acceptHandOver: '接受移交', refuseHandOver: '退回移交', priority: '调整优先级', cancel: '取消工单', cancel_portal: '撤回报修', survey: '电话回访', survey_portal: '评价服务',
  },
  contactChannel: '怎样联系的', saidHint: '说了什么、商定了什么', answers: '这就是承诺在 {{time}} 前给客户的答复',
  callbackBy: '最晚什么时候答复', callbackAgain: '客户已经在等 {{time}} 前的答复。要改时间，请先向客户说明原因。', inHours: '{{hours}} 小时内', wordsHint: '对客户怎么说的，例如：我会在今天下午三点前给您答复', explanation: '向客户说明的原因', explanationHint: '例如：厂家还在查库存',
  centre: '技术中心', handTo: '移交给谁', handToHint: '部门或姓名', handReasonHint: '例如：需要数据库专家', handed: '已移交给{{to}}，等待答复', handedHint: '接受之后由接受的人负责，退回则仍由服务台处理。', refuseAsk: '退回后工单仍由服务台处理，请说明原因。',
  newPriority: '新的优先级', priorityHint: '现在是 {{priority}}。承诺时限会随优先级改变，原因会记录下来。', cancelAsk: '取消后工单结束，不能恢复。请说明原因。', cancelAsk_portal: '撤回后不再处理，不能恢复。请告诉我们原因。', surveyHint: '请按客户在电话里的回答登记，没有经历的环节不评。',
  reveal: { button: '查看完整资料', title: '查看{{name}}的完整资料', why: '为什么需要查看', hint: '查看的人和原因会记入审计。', call: '回拨客户', check: '核对来电人', visit: '安排上门', done: '已显示', usual: '常用原因' },
  who: '谁来电', whoHint: '来电号码，或客户名称', nobody: '没有找到，可登记为新客户', newCustomer: '新客户', caller: '来电客户', openTickets: '未结束的工单', noOpenTickets: '没有未结束的工单', openTicketsDown: '暂时读不到未结束的工单，不影响登记。', allOfThem: '查看全部', matter: '什么事', quick: '常用时间', add: '登记新的{{what}}',
  register: '登记新客户', registered: '客户已登记', company: '客户名称', siteName: '地点名称', siteHint: '例如：人民路店', salutationHint: '例如：刘店长', productName: '产品名称', addTitle: { sites: '为“{{name}}”登记地点', contacts: '为“{{name}}”登记联系人', products: '为“{{name}}”登记产品' },
  queues: '队列', queue: { NEW: '待受理', UNANSWERED: '客户待回复', UNASSIGNED: '未指派', MINE: '我负责的', DUE_SOON: '一小时内到期', BREACHED: '已超时', HANDED_OVER: '待接手', TO_CONFIRM: '待客户确认' },
  orderBy: '排序', order: { NEWEST: '最新的在前', DUE: '先到期的在前', PRIORITY: '优先级高的在前' }, anyPriority: '全部优先级', timeLeft: '剩余时间', standsStill: '等待客户，暂停计时', unassigned: '未指派', nobodyWas: '—', days: '{{days}} 天 {{hours}} 小时', hours: '{{hours}} 小时 {{minutes}} 分', minutes: '{{minutes}} 分',
  choose: '选择工单 {{number}}', pick: '选择', chooseAll: '全选未结束的 {{count}} 张', assignChosen: '指派所选 {{count}} 张', unchoose: '取消选择', bulkTitle: '指派 {{count}} 张工单', refused: '没有成功', close: '关闭',
  talk: '沟通', everything: '全部记录（{{count}}）', counted: '计时', nothingDue: '现在没有未兑现的承诺', endedClocks: '已结束的承诺（{{count}}）',
  tab: { file: '资料', tickets: '工单', visits: '上门', promises: '承诺', contract: '合同' }, noVisits: '没有上门服务', openOnes: '未结束', pastOnes: '已结束', noPast: '没有已结束的工单', reportedAt: '{{time}} 登记', noPromises: '没有这样的承诺', madeAt: '{{time}} 承诺', noContract: '没有合同，按通用承诺服务', version: '第 {{number}} 版', from: '自 {{day}} 起', until: '，至 {{day}}',
  anyLevel: '全部级别', addShort: '新增',
  write: {
    to: '写给谁', message: '答复客户', message_portal: '给客服留言', note: '内部备注', hint: '写给客户的话', hint_portal: '有什么要告诉我们或要问的', noteHint: '只有同事能看到', goes: '客户会收到邮件，也能在网页上看到', goes_portal: '客服会尽快答复您', private: '客户看不到', goesNowhere: '工单没有联系人：客户只能在网页上看到', ended: '工单已经结束，这段话没有发出。', drop: '不要了', over: '多了 {{count}} 个字，最多 {{most}} 个',
    send: '发送', keep: '保存备注', sent: '已发送', noted: '备注已保存', unanswered: '客户的留言还没有答复（{{time}}）', unansweredHint: '答复之前不能登记解决、等待客户、取消或代客户确认。', waive: '无需答复', waiveAsk: '例如客户只是表示感谢。原因会记录下来。',
  },
};
