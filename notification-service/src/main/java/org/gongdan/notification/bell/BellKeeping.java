package org.gongdan.notification.bell;

import java.time.Duration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.operations.KeptFor;

/** Old notes concern nobody any more. */
class BellKeeping {

    @Produces
    @Dependent
    KeptFor notes(@ConfigProperty(name = "gongdan.bell.keep") Duration keep) {
        return new KeptFor("bell_note", "at", keep);
    }
}
