package org.gongdan.sla.report;

/** By what attainment can be told. */
public enum Dimension {

    CUSTOMER("cast(c.customer_id as text)", ""),
    KIND("c.kind", ""),
    /** Of the ticket, as it was reported. */
    PRIORITY("coalesce(c.priority, t.priority)",
            "left join lateral (select o.priority from clock o where o.ticket_id = c.ticket_id and o.priority is not null limit 1) t on c.priority is null"),
    /** Of the contract that makes the promise. */
    SERVICE("s.service", """
            left join lateral (select f.data #>> '{terms,basis,service}' as service from clock_fact f where f.clock_id = c.id
                and f.fact in ('STARTED', 'RETERMED')
                order by f.at desc, f.seq desc limit 1) s on c.agreement_version is not null"""),
    /** Whom the promise binds; of a promise about the ticket, the engineer of its last visit. */
    ENGINEER("cast(coalesce(c.engineer_id, v.engineer_id) as text)", """
            left join lateral (select o.engineer_id from clock o where o.ticket_id = c.ticket_id and o.visit_id is not null and o.engineer_id is not null
                order by o.started_at desc, o.id desc limit 1) v on c.engineer_id is null"""),
    /** In which it was due. */
    MONTH("to_char(c.due_at at time zone cast(:zone as text), 'YYYY-MM')", "");

    /** What an engineer is called now. */
    static final String ENGINEER_NAME = "(select e.name from engineer e where e.id = cast(%1$s as uuid))";

    final String key;
    final String join;

    Dimension(String key, String join) {
        this.key = key;
        this.join = join;
    }

    /** How the key is called, in SQL over the column {@code key}; kinds get their names later, in the caller's language. */
    String title() {
        return switch (this) {
            case CUSTOMER -> "(select u.name from customer u where u.id = cast(key as uuid))";
            case ENGINEER -> ENGINEER_NAME.formatted("key");
            default -> "key";
        };
    }
}
