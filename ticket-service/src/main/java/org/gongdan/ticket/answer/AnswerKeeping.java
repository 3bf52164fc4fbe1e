package org.gongdan.ticket.answer;

import java.time.Duration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.operations.KeptFor;

/** By a link that has expired nobody asks any more, not even why it is over. */
class AnswerKeeping {

    @Produces
    @Dependent
    KeptFor links(@ConfigProperty(name = "gongdan.answer.keep") Duration keep) {
        return new KeptFor("answer_link", "expires_at", keep);
    }
}
