export const bellEn = {
  none: 'Nothing needs your attention', aTicket: 'A ticket',
  ring: {
    TICKET_OPENED: 'A customer reported a fault: {{number}}', TICKET_ASSIGNED: '{{by}} made you responsible for {{number}}', TICKET_HANDED_OVER: '{{by}} offers you {{number}}', HAND_OVER_ACCEPTED: '{{by}} took over {{number}}',
    HAND_OVER_REFUSED: '{{by}} did not take {{number}}', TICKET_REOPENED: '{{number}} is open again: the fault came back', MESSAGE_RECEIVED: 'The customer wrote about {{number}}', MESSAGE_SENT: 'The customer was answered: {{number}}', MESSAGE_SENT_portal: 'We answered about your report {{number}}', TICKET_WAITING: '{{number}} waits: {{reason}}', TICKET_WAITING_portal: 'Your report {{number}} waits: {{reason}}',
    TICKET_RESOLVED: '{{number}} is resolved', TICKET_RESOLVED_portal: 'Your report {{number}} is resolved, please confirm', SURVEY_ANSWERED: 'The customer is not satisfied with {{number}}', VISIT_REQUESTED: '{{by}} asks for a visit for {{number}}: please schedule it',
    VISIT_SCHEDULED: 'You go on site for {{number}}: {{window}}', VISIT_SCHEDULED_portal: 'Our visit for {{number}}: {{window}}', VISIT_RESCHEDULED: 'The visit for {{number}} moves to {{window}}',
    VISIT_DELAYED: 'The visit for {{number}} is late and moves to {{window}}', VISIT_DELAYED_portal: 'We are sorry, our visit for {{number}} is late: {{window}}', VISIT_DECLINED: 'The engineer declined the visit for {{number}}: please send somebody else', VISIT_CANCELLED: 'The visit for {{number}} is cancelled',
    CUSTOMER_ABSENT: 'Nobody was there at the visit for {{number}}', VISIT_REFUSED: 'The customer refused the visit for {{number}}', VISIT_COMPLETED: 'The visit for {{number}} is done: {{outcome}}',
    SLA_WARNED: '“{{promise}}” of {{number}} is due soon: {{due}}', SLA_BREACHED: '“{{promise}}” of {{number}} was broken (due {{due}})', SLA_ESCALATED: '“{{promise}}” of {{number}} is escalated to you: due {{due}}',
  },
};
