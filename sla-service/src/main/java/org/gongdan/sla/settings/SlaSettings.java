package org.gongdan.sla.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is promised to every customer; a promise keeps the terms it was made with. Meaning and units stand in application.properties. */
@ConfigMapping(prefix = "gongdan.sla")
public interface SlaSettings {

    int warnPercent();

    ZoneId zone();

    Optional<List<Path>> promiseFiles();

    Resolution resolution();

    Acknowledge acknowledge();

    Goal updateCadence();

    Goal timeToAssign();

    Goal handOff();

    Goal complaint();

    Days orderSubmission();

    Goal rosterHandover();

    Roster roster();

    Notice notice();

    Agreement agreement();

    Compensation compensation();

    Simulation simulation();

    EarlyFacts earlyFacts();

    Risk risk();

    Report report();

    interface Report {
        int day();

        LocalTime time();

        String calendar();
    }

    interface Agreement {
        int openPromises();
    }

    interface Compensation {
        Duration closeAfter();
    }

    interface Risk {
        Duration soon();
    }

    interface EarlyFacts {
        Duration keep();
    }

    interface Simulation {
        int clocks();
    }

    interface Resolution {
        Duration within();

        @WithDefault("CUSTOMER")
        Set<String> pausesOn();

        @WithDefault("24x7")
        String calendar();
    }

    interface Acknowledge {
        Duration within();

        @WithDefault("24x7")
        String calendar();
    }

    interface Goal {
        Duration within();
    }

    interface Roster {
        /** Duty by role. */
        Map<String, String> duties();
    }

    interface Days {
        int days();

        String calendar();
    }

    interface Notice {
        Duration lateness();

        Duration halfDay();

        Duration beforeLateness();

        Duration beforeHalfDay();

        Duration beforeLonger();
    }
}
