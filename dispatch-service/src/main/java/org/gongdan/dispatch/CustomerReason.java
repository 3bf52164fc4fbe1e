package org.gongdan.dispatch;

import java.util.List;
import java.util.Locale;

import org.gongdan.platform.problem.DomainException.Rejected;

/** Reasons in free words that reach the customer: none may blame other customers (R84). */
final class CustomerReason {

    private static final List<String> BLAMING = List.of("客户太多", "客户多", "用户太多", "单子太多", "工单太多", "太忙", "忙不过来",
            "too many customers", "too many clients", "too many visits", "too busy", "other customers");

    private CustomerReason() {
    }

    static String checked(String reason) {
        String text = reason.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (BLAMING.stream().anyMatch(text::contains)) {
            throw new Rejected("reason-blames-customers");
        }
        return reason;
    }
}
