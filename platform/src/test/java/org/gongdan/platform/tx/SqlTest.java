package org.gongdan.platform.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTest {

    @Test
    void aPlaceThatStandsTwiceIsSentOnceToTheOneClientAndTwiceToTheOther() {
        // Given
        String text = "select :b, name from customer where id = :a or parent = :a";

        // When
        Sql sql = Sql.of(text);

        // Then
        assertEquals("select $1, name from customer where id = $2 or parent = $2", sql.numbered());
        assertEquals(List.of("b", "a"), sql.names());
        assertEquals("select ?, name from customer where id = ? or parent = ?", sql.questioned());
        assertEquals(List.of(0, 1, 1), sql.places());
    }

    @Test
    void quotesAndCastsAreLeftAlone() {
        // Given
        String text = "select '12:30 :no ''it''s :no', data ->> 'a:b', x::text, :yes::uuid, tags[1:2] from t";

        // When
        Sql sql = Sql.of(text);

        // Then
        assertEquals("select '12:30 :no ''it''s :no', data ->> 'a:b', x::text, $1::uuid, tags[1:2] from t", sql.numbered());
        assertEquals(List.of("yes"), sql.names());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select id, updated_at from ticket where action = 'update'                       | false
            with gone as (delete from early returning *) select * from gone                 | true
            insert into t (id) values (:id)                                                 | true
            select id from ticket where id = :id for update                                 | true
            select 'delete' as word, last_update from t                                     | false""")
    void itIsKnownWhatChangesSomething(String text, boolean changes) {
        // Given
        Sql sql = Sql.of(text);

        // When
        boolean found = sql.changes();

        // Then
        assertEquals(changes, found);
    }

    @Test
    void aValueNoPlaceAsksForIsRefused() {
        // Given
        Sql sql = Sql.of("select :id");

        // When
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> sql.with("idd", UUID.randomUUID()));

        // Then
        assertEquals("no place is named idd in: select :id", refused.getMessage());
    }

    @Test
    void oneStatementIsGivenOtherValuesAgainAndAgain() {
        // Given
        Bound whose = Sql.of("select :id, :name").with("id", 1);

        // When
        Bound one = whose.with("name", "一");
        Bound other = whose.with("name", "二");

        // Then
        assertEquals("[1, 一] [1, 二]", one.values() + " " + other.values());
    }
}
