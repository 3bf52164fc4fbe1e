package org.gongdan.sla.agreement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.gongdan.sla.agreement.Content.Compensation;
import org.gongdan.sla.agreement.Content.Exclusion;
import org.gongdan.sla.agreement.Content.Level;
import org.gongdan.sla.agreement.Content.Service;

/** Contents of agreements for tests. */
public final class Paper {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Paper() {
    }

    public static Content of(Service... services) {
        return new Content(List.of(services), List.of(), null);
    }

    public static Content of(Compensation compensation, Exclusion... exclusions) {
        return new Content(List.of(everything(level("P1", "PT4H"))), List.of(exclusions), compensation);
    }

    public static Service everything(Level... levels) {
        return new Service("everything", List.of(), List.of(), List.of(levels), List.of());
    }

    public static Service product(String product, Level... levels) {
        return new Service(product, List.of(product), List.of(), List.of(levels), List.of());
    }

    public static Service installed(UUID productId, Level... levels) {
        return new Service("installed", List.of(), List.of(productId), List.of(levels), List.of());
    }

    public static Level level(String priority, String within) {
        return level(priority, within, "24x7");
    }

    public static Level level(String priority, String within, String calendar) {
        return new Level(priority, "RESOLUTION_24H", Duration.parse(within), calendar, Set.of("CUSTOMER"), 80, new BigDecimal("95"));
    }

    public static InForce inForce(String number, String from, Content content) {
        return new InForce(AgreementType.SLA, UUID.nameUUIDFromBytes((number + from).getBytes()), UUID.nameUUIDFromBytes(number.getBytes()),
                number, 1, LocalDate.parse(from), SHANGHAI, content);
    }
}
