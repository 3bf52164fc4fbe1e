package org.gongdan.stack;

/** What somebody wants to know who has just started Gongdan. */
final class Welcome {
    private Welcome() {
    }

    static String text(Stack stack) {
        var text = new StringBuilder();
        if (stack.has(Service.GATEWAY)) {
            text.append("Open      ").append(stack.address(Service.GATEWAY.module())).append('\n');
        }
        return text.append("""
                Accounts  agent, agent2, agent3, engineer, engineer2 … engineer6, dispatcher, supervisor, manager, admin, presales, \
                customer, customer2; password of all: gongdan
                Sign-in   %s (console: admin / gongdan)
                Mails     http://localhost:%d (SMTP on port %d)
                Database  127.0.0.1:%d, one database and role per service, password gongdan
                Kafka     127.0.0.1:%d
                Data      %s
                Logs      %s
                Stop      Ctrl-C
                """.formatted(stack.address(Ports.KEYCLOAK), stack.ports().of(Ports.MAIL_PAGE), stack.ports().of(Ports.SMTP),
                stack.ports().of(Ports.POSTGRES),
                stack.ports().of(Ports.KAFKA), stack.data(), stack.logs())).toString();
    }
}
