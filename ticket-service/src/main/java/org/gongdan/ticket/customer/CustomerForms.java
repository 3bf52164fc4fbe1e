package org.gongdan.ticket.customer;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.gongdan.platform.address.Phone;
import org.gongdan.platform.text.FormFill;
import org.gongdan.platform.text.SearchForm;

/** What customers and contacts are found by, in rows that were written before names and numbers were compared in one form. */
class CustomerForms {

    @Produces
    @Singleton
    FormFill names() {
        return new FormFill("customer", List.of("name"), "words", SearchForm::of);
    }

    @Produces
    @Singleton
    FormFill phones() {
        return new FormFill("contact", List.of("phone"), "phone_number", typed -> Phone.read(typed[0]).map(Phone::number).orElse(null));
    }
}
