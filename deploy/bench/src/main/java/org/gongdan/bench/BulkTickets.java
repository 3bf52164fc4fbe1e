package org.gongdan.bench;

import java.sql.SQLException;

/** Fills ticket-service's table by SQL with tickets of 200 customers, 28 % of them open, a second apart. */
record BulkTickets(Database database) {

    private static final String CUSTOMERS = """
            insert into customer (id, version, name, level, words, form)
            select ('0190b000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0, '批量客户' || n, 'STANDARD', '批量客户' || n, 1
                from generate_series(1, 200) n on conflict do nothing""";
    private static final String TICKETS = """
            insert into ticket (id, version, number, customer_id, customer_name, channel, source, summary, symptom, impact, urgency, priority, status,
                opened_at, opened_by, phone_tried, remote_tried, changed_at, surveyed, words, form)
            select uuidv7(make_interval(secs => n - 1100000)), 0, 'B-' || n,
                ('0190b000-0000-7000-8000-' || lpad(to_hex(n %% 200 * 7919 %% 200 + 1), 12, '0'))::uuid, '批量客户',
                'PHONE', 'USER', '批量 ' || n %% 1000 || '-' || n %% 2 || ' 收银机打印卡纸', repeat('打印机卡纸，重启后仍然无法打印。', 12), 'MEDIUM', 'MEDIUM', 'P3',
                case when n %% 100 < 8 then 'OPEN' when n %% 100 < 18 then 'IN_PROGRESS' when n %% 100 < 24 then 'WAITING' when n %% 100 < 28 then 'ON_SITE'
                     when n %% 100 < 38 then 'RESOLVED' else 'CLOSED' end,
                now() + make_interval(secs => n - 1100000), 'agent', false, false, now(), false,
                    E'b' || n || E'\\n批量客户\\n批量' || n %% 1000 || '-' || n %% 2 || '收银机打印卡纸', 1
            from generate_series(%d, %d) n""";

    /** @return seconds it took */
    double growTo(int tickets) throws SQLException {
        long begin = System.nanoTime();
        long there = database.number("select count(*) from ticket where number like 'B-%'");
        database.run(CUSTOMERS, TICKETS.formatted(there + 1, tickets), "vacuum analyze ticket", "vacuum analyze customer");
        return (System.nanoTime() - begin) / 1e9;
    }
}
