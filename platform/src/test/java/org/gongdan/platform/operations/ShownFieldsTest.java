package org.gongdan.platform.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.gongdan.platform.operations.ShownFields.Field;
import org.junit.jupiter.api.Test;

class ShownFieldsTest {

    private static List<Field> of(String json) {
        return ShownFields.of(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void idsTimesNumbersAndChoicesAreShown() {
        // When
        List<Field> fields = of("""
                {"ticketId":"0190a000-0000-7000-8000-000000000001","at":"2026-11-22T01:00:00Z","percent":80,"byCustomer":false,
                 "window":{"day":"2026-11-22"},"reasons":["TRAFFIC","PARTS_MISSING"],"none":null}""");

        // Then
        assertEquals(List.of(new Field("ticketId", "0190a000-0000-7000-8000-000000000001"), new Field("at", "2026-11-22T01:00:00Z"),
                new Field("percent", "80"), new Field("byCustomer", "false"), new Field("window.day", "2026-11-22"),
                new Field("reasons[0]", "TRAFFIC"), new Field("reasons[1]", "PARTS_MISSING")), fields);
    }

    @Test
    void wordsAndWhatBelongsToPeopleIsNot() {
        // When
        List<Field> fields = of("""
                {"reason":"客户说明天再来","name":"LI","phone":"13812345678","email":"a@b.cn",
                 "at":"2026-11-22T01:00:00Z, about","note":"+8613812345678"}""");

        // Then
        assertFalse(fields.isEmpty());
        assertEquals(List.of(), fields.stream().filter(field -> field.value() != null).toList());
    }

    @Test
    void aTombstoneHasNone() {
        assertEquals(List.of(), ShownFields.of(null));
    }
}
