package org.gongdan.sla;

import org.gongdan.sla.rebuild.RebuildCommand;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The service; or, called with {@code rebuild}, a command beside it that ends. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("rebuild")) {
            System.setProperty("quarkus.profile", "command");
            Quarkus.run(RebuildCommand.class, arguments);
        } else {
            Quarkus.run(arguments);
        }
    }
}
