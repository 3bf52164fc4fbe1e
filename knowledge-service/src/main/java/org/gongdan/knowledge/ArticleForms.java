package org.gongdan.knowledge;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.gongdan.platform.text.FormFill;
import org.gongdan.platform.text.SearchForm;

/** What articles are filtered by, in rows that were written before texts were compared in one form. */
class ArticleForms {

    @Produces
    @Singleton
    FormFill products() {
        return new FormFill("article", List.of("product"), "product_form", typed -> SearchForm.of(typed[0]));
    }
}
