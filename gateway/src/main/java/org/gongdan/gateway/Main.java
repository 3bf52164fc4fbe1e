package org.gongdan.gateway;

import java.util.List;

import org.gongdan.gateway.realm.RealmCommand;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The gateway; or, called with {@code realm}, a command that brings Keycloak's realm to what this version needs. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("realm")) {
            System.exit(new RealmCommand(System.getenv(), System.out).run(List.of(arguments).contains("--check")));
        } else {
            Quarkus.run(arguments);
        }
    }
}
