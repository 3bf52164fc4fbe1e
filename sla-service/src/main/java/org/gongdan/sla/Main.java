package org.gongdan.sla;

import org.gongdan.sla.rebuild.RebuildCommand;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The service; or, called with {@code rebuild}, a command beside it that ends. */
@QuarkusMain
public class Main {

    /** Database or broker cannot be reached, a setting is missing: nothing has been looked at. 1 and 2 are answers. */
    private static final int COULD_NOT_WORK = 3;

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("rebuild")) {
            System.setProperty("quarkus.profile", "command");
            Quarkus.run(RebuildCommand.class, (code, failure) -> System.exit(failure == null ? code : COULD_NOT_WORK), arguments);
        } else {
            Quarkus.run(arguments);
        }
    }
}
