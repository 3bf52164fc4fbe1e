package org.gongdan.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.gongdan.platform.problem.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void theCursorIsTheKeyOfTheLastRowShown() {
        // When
        Page<String> page = page(List.of("甲", "乙", "丙"), 2);

        // Then
        assertEquals(List.of("甲!", "乙!"), page.items());
        assertEquals("乙", Page.decode(page.next()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theLastPageHasNoCursor(int limit) {
        // When
        Page<String> page = page(List.of("甲", "乙"), limit);

        // Then
        assertEquals(2, page.items().size());
        assertNull(page.next());
    }

    @Test
    void nothingIsAPageToo() {
        assertEquals(new Page<>(List.of(), null), page(List.of(), 20));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void theFirstPageNeedsNoCursor(String cursor) {
        assertNull(Page.decode(cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a", "no cursor", "甲"})
    void aCursorThatIsNotOursIsInvalidInput(String cursor) {
        // When
        DomainException.InvalidInput refusal = assertThrows(DomainException.InvalidInput.class, () -> Page.decode(cursor));

        // Then
        assertEquals("cursor", refusal.field());
    }

    private static Page<String> page(List<String> rows, int limit) {
        return Page.of(rows, limit, row -> row, row -> row + "!");
    }
}
