package org.gongdan.sla.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.Caller;
import org.gongdan.sla.SlaSettings;
import org.gongdan.sla.kind.Kinds;

/** What every figure can be asked for: a month, or a period from and to; a zone; a customer. */
public class Asked {

    @QueryParam("month")
    String month;
    @QueryParam("from")
    String from;
    @QueryParam("to")
    String to;
    @QueryParam("zone")
    String zone;
    @QueryParam("customerId")
    UUID customerId;

    Scope scope(Instant now, SlaSettings settings, Caller caller, Kinds kinds) {
        ZoneId here = zone == null ? settings.zone() : zone(zone);
        if (month != null && (from != null || to != null)) {
            throw new InvalidInput("month", "month-and-period");
        }
        Period period = month == null ? Period.of(from, to, now, here) : Period.month(month, here);
        return Scope.of(period, here, customerId, caller, kinds.internal());
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new InvalidInput("zone", "malformed-value", text);
        }
    }
}
