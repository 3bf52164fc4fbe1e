package org.gongdan.stack;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What was said on the command line. */
record Options(boolean help, boolean stop, boolean fresh, boolean infrastructure, boolean seed, boolean training, int portOffset,
        Optional<Path> data) {
    static final String HELP = """
            deploy/run [options]     builds what changed and starts Gongdan on this machine; Ctrl-C stops it, the data stay

              --fresh                empty all data first
              --infrastructure       only PostgreSQL, Kafka, Keycloak and mail (run the services in your IDE)
              --no-seed              no demo data: no engineers, no customers, no tickets
              --no-build             start what is there
              --no-training          write no caches for fast starts when stopping the first time after a build
              --port-offset <n>      move every port by n, for a second stack beside the first
              --data <folder>        keep the data there instead of deploy/local/.data
              --stop                 end what an interrupted run left behind
              --help                 this text
            """;

    static Options parse(List<String> arguments) {
        boolean help = false;
        boolean stop = false;
        boolean fresh = false;
        boolean infrastructure = false;
        boolean seed = true;
        boolean training = true;
        int portOffset = 0;
        var data = Optional.<Path>empty();
        for (var rest = arguments.iterator(); rest.hasNext();) {
            var argument = rest.next();
            switch (argument) {
                case "--help", "-h" -> help = true;
                case "--stop" -> stop = true;
                case "--fresh" -> fresh = true;
                case "--infrastructure" -> infrastructure = true;
                case "--no-seed" -> seed = false;
                case "--no-training" -> training = false;
                case "--no-build" -> { /* deploy/run has heard it */ }
                case "--port-offset" -> portOffset = number(argument, value(argument, rest));
                case "--data" -> data = Optional.of(Path.of(value(argument, rest)));
                default -> throw new StackException(argument + " is unknown; `deploy/run --help` shows what is there.");
            }
        }
        return new Options(help, stop, fresh, infrastructure, seed, training, portOffset, data);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new StackException(option + " needs a value.");
        }
        return rest.next();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StackException(option + " needs a number, not " + value + ".");
        }
    }
}
