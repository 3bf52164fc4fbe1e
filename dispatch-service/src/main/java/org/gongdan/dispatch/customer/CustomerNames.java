package org.gongdan.dispatch.customer;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/** What customers and their sites are called. */
@ApplicationScoped
public class CustomerNames {

    private static final Sql NAMES = Sql.of("""
            select (select name from customer_name where id = cast(:customer as uuid)) as customer,
                (select name from customer_name where id = cast(:site as uuid)) as site""");

    /** Each is null when nobody has told it yet, or there is no such thing. */
    public record Names(String customer, String site) {
    }

    /** @param site may be null */
    public Uni<Names> of(Read read, UUID customer, UUID site) {
        return NAMES.with("customer", customer).with("site", site).row(read).map(row -> new Names(row.text("customer"), row.text("site")));
    }
}
