package org.gongdan.platform.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class WhereTest {

    @Test
    void conditionsBringTheirValuesAlong() {
        // Given
        Where where = new Where().and("status = :status", "OPEN").andIfGiven("id < :before", null)
                .and("(name > :name or name = :name and id > :id)")
                .with("name", "张").with("id", 7);
        String word = where.value("打印机");
        where.and("words like " + word);

        // When
        Bound bound = where.in("select id from t where " + where);

        // Then
        assertEquals(
                "select id from t where 1 = 1 and status = :status and (name > :name or name = :name and id > :id) and words like :value3",
                bound.toString());
        assertEquals(List.of("OPEN", "张", 7, "打印机"), bound.values());
    }

    @Test
    void oneValueIsForOnePlace() {
        // Given
        Where where = new Where();

        // When
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> where.and("name > :name or id > :id", "张"));

        // Then
        assertEquals("one value for [name, id] in: name > :name or id > :id", refused.getMessage());
    }

    @Test
    void twoValuesForOnePlaceAreASlip() {
        // Given
        Where where = new Where().and("a = :id", 1);

        // When
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> where.and("b = :id", 2));

        // Then
        assertEquals("two values for id", refused.getMessage());
    }
}
