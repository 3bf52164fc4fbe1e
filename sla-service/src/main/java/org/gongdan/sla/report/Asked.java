package org.gongdan.sla.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.security.Caller;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.settings.SlaSettings;

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
        return Scope.of(period(now, settings), here(settings), customerId, caller, kinds.internal());
    }

    Period period(Instant now, SlaSettings settings) {
        if (month == null) {
            return Period.of(from, to, now, here(settings));
        }
        if (from != null || to != null) {
            throw new InvalidInput(from != null ? "from" : "to", "month-or-period");
        }
        return Period.month(month, here(settings));
    }

    private ZoneId here(SlaSettings settings) {
        return zone == null ? settings.zone() : zone(zone);
    }

    private static ZoneId zone(String text) {
        try {
            return Values.zone(text);
        } catch (Misfit unknown) {
            throw unknown.in("zone");
        }
    }
}
