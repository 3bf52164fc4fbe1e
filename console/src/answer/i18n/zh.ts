export const answerZh = {
  title: '请您确认维修结果', titleDone: '维修结果已确认', ticket: '工单 {{number}}', about: '您报修的问题', solved: '我们已通过{{method}}处理完毕。', ask: '问题解决了吗？',
  yes: '已经解决', no: '还没有解决', why: '请告诉我们现在的情况', whyHint: '例如：重启后又出现同样的提示', tell: '发送，请继续处理', back: '返回',
  confirmed: '问题已确认解决，谢谢！', confirmedHint: '如果又出现问题，请重新报修或联系服务台。', now: '现在的情况', rate: '评价这次服务', rateSend: '提交评价', rated: '感谢您的评价',
  told: '已经告诉我们的工程师', toldHint: '我们会继续处理工单 {{number}}，解决后会再请您确认。',
  ended: '这个链接已经失效', endedHint: '工单之后又有了新的进展。如有新的邮件，请使用最新一封里的链接。', expired: '链接已过期', expiredHint: '如需帮助，请联系服务台。',
  unknown: '链接不正确', unknownHint: '请检查链接是否完整，最好直接从邮件中点开。', validUntil: '此链接在 {{time}} 前有效，请勿转发。',
};
