export const bellZh = {
  none: '没有需要您留意的事', aTicket: '工单',
  ring: {
    TICKET_OPENED: '客户自己报了修：{{number}}', TICKET_ASSIGNED: '{{by}} 请您负责 {{number}}', TICKET_HANDED_OVER: '{{by}} 想把 {{number}} 移交给您', HAND_OVER_ACCEPTED: '{{by}} 接手了 {{number}}',
    HAND_OVER_REFUSED: '{{by}} 没有接 {{number}} 的移交', TICKET_REOPENED: '{{number}} 又出现问题，已重新打开', MESSAGE_RECEIVED: '{{number}} 的客户有新留言', MESSAGE_SENT: '{{number}} 已答复客户', MESSAGE_SENT_portal: '客服答复了您的报修 {{number}}', TICKET_WAITING: '{{number}} 在等待：{{reason}}', TICKET_WAITING_portal: '您的报修 {{number}} 在等待：{{reason}}',
    TICKET_RESOLVED: '{{number}} 已解决', TICKET_RESOLVED_portal: '您的报修 {{number}} 已解决，请确认', SURVEY_ANSWERED: '客户对 {{number}} 不满意', VISIT_REQUESTED: '{{by}} 为 {{number}} 申请上门，请派工',
    VISIT_SCHEDULED: '{{number}} 安排您上门：{{window}}', VISIT_SCHEDULED_portal: '{{number}} 的上门时间：{{window}}', VISIT_RESCHEDULED: '{{number}} 的上门改到 {{window}}',
    VISIT_DELAYED: '{{number}} 的上门要晚到，改到 {{window}}', VISIT_DELAYED_portal: '抱歉，{{number}} 的上门要晚到：{{window}}', VISIT_DECLINED: '工程师没有接 {{number}} 的上门，请改派', VISIT_CANCELLED: '{{number}} 的上门取消了',
    CUSTOMER_ABSENT: '{{number}} 上门时客户不在', VISIT_REFUSED: '{{number}} 上门时客户拒绝服务', VISIT_COMPLETED: '{{number}} 的上门做完了：{{outcome}}',
    SLA_WARNED: '{{number}} 的承诺「{{promise}}」快到期：{{due}}', SLA_BREACHED: '{{number}} 的承诺「{{promise}}」已超时（应在 {{due}} 前）', SLA_ESCALATED: '{{number}} 的承诺「{{promise}}」升级给您：{{due}} 到期',
  },
};
