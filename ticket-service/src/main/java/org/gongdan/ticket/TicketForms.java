package org.gongdan.ticket;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.gongdan.platform.text.FormFill;
import org.gongdan.platform.text.SearchForm;

/** What tickets are searched by, in rows that were written before texts were compared in one form. */
class TicketForms {

    @Produces
    @Singleton
    FormFill words() {
        return new FormFill("ticket", List.of("number", "customer_name", "summary"), "words", SearchForm::of);
    }
}
