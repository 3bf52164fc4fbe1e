package org.gongdan.sla.agreement;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.gongdan.platform.text.FormFill;
import org.gongdan.platform.text.SearchForm;

/** Numbers of agreements that were made before texts were compared in one form. */
class AgreementForms {

    @Produces
    @Singleton
    FormFill numbers() {
        return new FormFill("agreement", List.of("number"), "number_form", typed -> SearchForm.of(typed[0]));
    }
}
