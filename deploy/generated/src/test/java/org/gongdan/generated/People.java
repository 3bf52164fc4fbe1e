package org.gongdan.generated;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who asks: the accounts of the demo realm by what they may do. */
final class People {
    /** Without an account, as customers are who sign. */
    static final String NOBODY = "nobody";
    static final String INTEGRATION = "erp-xingfu";
    private static final Map<String, List<String>> BY_ROLE = Map.of("agent", List.of("agent"), "engineer", List.of("engineer", "engineer2"),
            "supervisor", List.of("supervisor", "dispatcher"), "manager", List.of("manager"), "admin", List.of("admin"),
            "presales", List.of("presales"), "customer", List.of("customer", "customer2"), "integration", List.of(INTEGRATION));
    private static final List<String> EVERYBODY = List.of("agent", "engineer", "dispatcher", "supervisor", "manager", "admin", "customer",
            INTEGRATION, NOBODY);

    private People() {
    }

    /** Who may ask an operation. */
    static List<String> of(Operation operation) {
        return operation.roles().isEmpty() ? List.of(NOBODY)
                : operation.roles().stream().flatMap(role -> BY_ROLE.getOrDefault(role, List.of()).stream()).distinct().sorted().toList();
    }

    /** Whoever; he may not be allowed to. */
    static String anybody(Random random) {
        return EVERYBODY.get(random.nextInt(EVERYBODY.size()));
    }
}
