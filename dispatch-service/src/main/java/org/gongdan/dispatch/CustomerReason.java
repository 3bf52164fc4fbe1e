package org.gongdan.dispatch;

import java.util.List;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.text.SearchForm;

/** Reasons in free words that reach the customer: none may blame other customers (R84). */
final class CustomerReason {

    /** In the form texts are compared in. Narrow on purpose: that the customer himself is busy is a good reason. */
    private static final List<String> BLAMING = List.of("客户太多", "客户过多", "客户很多", "用户太多", "单子太多", "工单太多", "工程师太忙", "我们太忙",
            "toomanycustomers", "toomanyclients", "toomanyvisits", "engineeristoobusy", "wearetoobusy");

    private CustomerReason() {
    }

    static String checked(String reason) {
        String text = SearchForm.of(reason);
        if (BLAMING.stream().anyMatch(text::contains)) {
            throw new Rejected("reason-blames-customers");
        }
        return reason;
    }
}
