package org.gongdan.sla.rebuild;

import java.util.UUID;

import jakarta.enterprise.context.Dependent;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;

/** {@code rebuild [--customer=<id>] [--keep]}: answers 0 when the state is what the topics say, 1 when not, 2 when it cannot be said, and says what differs. */
@Dependent
@Unremovable
public class RebuildCommand implements QuarkusApplication {

    private static final String CUSTOMER = "--customer=";

    private final Rebuild rebuild;

    RebuildCommand(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public int run(String... arguments) throws Exception {
        Selection selection = Selection.EVERYTHING;
        boolean keep = false;
        for (int index = 1; index < arguments.length; index++) {
            if (arguments[index].startsWith(CUSTOMER)) {
                selection = new Selection(UUID.fromString(arguments[index].substring(CUSTOMER.length())));
            } else if (arguments[index].equals("--keep")) {
                keep = true;
            } else {
                System.err.println("rebuild [--customer=<id>] [--keep]: " + arguments[index] + " is unknown");
                return 2;
            }
        }
        Rebuild.Report report = rebuild.run(selection, System.out::println);
        if (!keep) {
            rebuild.clear();
        }
        return tell(report);
    }

    private static int tell(Rebuild.Report report) {
        report.comparison().digests().forEach(System.out::println);
        report.comparison().differences().forEach(difference -> System.out.println(difference.sentence()));
        if (report.comparison().inAnotherOrder() > 0) {
            System.out.printf("%,d clocks heard of the same in another order: only facts that have no effect differ%n",
                    report.comparison().inAnotherOrder());
        }
        report.lost().forEach((partition, offset) -> System.out
                .println(partition + " begins at " + offset + ": what stood before is gone, so nothing can be said"));
        System.out.printf("%,d records, %,d promises: %s%n", report.records(), report.clocks(), report.lost().isEmpty()
                ? report.equal() ? "the state is what the topics say" : "%,d rows differ".formatted(report.comparison().different())
                : "the topics are not whole");
        return report.equal() ? 0 : report.lost().isEmpty() ? 1 : 2;
    }
}
