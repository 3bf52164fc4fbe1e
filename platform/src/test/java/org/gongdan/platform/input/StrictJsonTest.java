package org.gongdan.platform.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class StrictJsonTest {

    private static final ObjectMapper MAPPER = mapper();

    record Part(String name) {
    }

    record Request(String text, Integer number, int plain, Boolean truth, boolean bare, DayOfWeek day, Instant at, LocalDate date,
            LocalTime time, Duration length,
            UUID id, Double real, BigDecimal amount, ZoneId zone, List<Part> parts, List<String> names, Set<UUID> ids,
            Map<DayOfWeek, List<String>> hours, Part part) {
    }

    @Test
    void readsWhatIsWrittenAsItShallBe() throws JsonProcessingException {
        // When
        Request request = read("""
                {"text":" Cafe\\u0301 ","number":-3,"plain":4,"truth":true,"bare":false,"day":"MONDAY","at":"2026-11-20T09:30:00+08:00","date":"2026-11-20",
                "time":"09:30","length":"PT4H","id":"01900000-0000-7000-0000-000000000001","real":31,"amount":"99.95","zone":"Asia/Shanghai",
                "parts":[{"name":"a"}],"names":["b"],"ids":[],"hours":{"FRIDAY":["c"]},"part":null}""");

        // Then
        assertEquals("Café", request.text());
        assertEquals(-3, request.number());
        assertEquals(Instant.parse("2026-11-20T01:30:00Z"), request.at());
        assertEquals(31.0, request.real());
        assertEquals(List.of(new Part("a")), request.parts());
        assertNull(request.part());
    }

    @Test
    void whatFormsSendForNothingIsNothing() throws JsonProcessingException {
        assertNull(read("{\"text\":\"  \"}").text());
    }

    @Test
    void numbersTextsTruthsAndChoicesAreNotTakenForEachOther() {
        for (String unfit : List.of("\"text\":1", "\"text\":true", "\"text\":{}", "\"text\":[\"a\"]", "\"number\":\"1\"", "\"number\":1.5",
                "\"number\":1.0", "\"number\":1e2",
                "\"number\":99999999999", "\"number\":true", "\"number\":\"\"", "\"plain\":\"4\"", "\"plain\":0.5", "\"truth\":1",
                "\"truth\":\"true\"", "\"truth\":\"\"",
                "\"bare\":2", "\"bare\":0", "\"day\":1", "\"day\":\"1\"", "\"day\":\"monday\"", "\"day\":\"\"", "\"day\":\" MONDAY\"",
                "\"at\":1763600000", "\"at\":1763600000.5",
                "\"at\":\"\"", "\"at\":true", "\"date\":[2026,11,20]", "\"date\":20000", "\"time\":[9,30]", "\"length\":3600",
                "\"length\":\"4h\"", "\"id\":1", "\"id\":\"\"",
                "\"id\":\"AZAAAAAAcAAAAAAAAAAAAQ==\"", "\"id\":\"00000000-0000-0000-0000-000000000000\"", "\"real\":\"31\"",
                "\"real\":\"NaN\"", "\"real\":NaN", "\"real\":1e999",
                "\"real\":true", "\"amount\":99.95", "\"amount\":\"1e999999\"", "\"zone\":8", "\"zone\":\"\"", "\"zone\":\"+08:00\"",
                "\"zone\":\"UTC+8\"", "\"zone\":\"Z\"", "\"zone\":\"SystemV/PST8\"", "\"zone\":\"asia/shanghai\"",
                "\"time\":\"09:30:00.000000001\"", "\"time\":\"24:00\"", "\"time\":\"9:30\"", "\"part\":\"\"", "\"part\":\"a\"",
                "\"part\":[]", "\"part\":[{}]",
                "\"parts\":{}", "\"parts\":\"\"", "\"parts\":{\"0\":{}}", "\"names\":\"b\"", "\"hours\":[]", "\"hours\":\"\"")) {
            assertThrows(JsonProcessingException.class, () -> read("{" + unfit + "}"), unfit);
        }
    }

    @Test
    void bodiesAreWellFormedUtf8() throws IOException {
        // Given
        String body = "{\"text\":\"收\"}";
        List<byte[]> unfit = Stream.of(body.getBytes(StandardCharsets.UTF_16), body.getBytes(StandardCharsets.UTF_16BE),
                body.getBytes(StandardCharsets.UTF_16LE),
                body.getBytes(Charset.forName("UTF-32BE")), body.getBytes(Charset.forName("UTF-32LE")),
                body.getBytes(Charset.forName("GB18030")),
                // "/" in two bytes, half a character in three, a whole one in two halves
                around(0xC0, 0xAF), around(0xED, 0xA0, 0x80), around(0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80), around(0xF4, 0x90, 0x80, 0x80),
                around(0xE6)).toList();

        // When
        Request read = MAPPER.readValue(body.getBytes(StandardCharsets.UTF_8), Request.class);

        // Then
        assertEquals("收", read.text());
        for (byte[] bytes : unfit) {
            assertThrows(CharConversionException.class, () -> MAPPER.readValue(bytes, Request.class),
                    () -> HexFormat.of().formatHex(bytes));
            assertThrows(CharConversionException.class, () -> MAPPER.readValue(new ByteArrayInputStream(bytes), Request.class),
                    () -> HexFormat.of().formatHex(bytes));
        }
    }

    private static byte[] around(int... bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"text\":\"a".getBytes(StandardCharsets.UTF_8));
        Arrays.stream(bytes).forEach(body::write);
        body.writeBytes("b\"}".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    @Test
    void listsHoldNoNulls() {
        for (String unfit : List.of("\"parts\":[null]", "\"names\":[\"a\",null]", "\"ids\":[null]", "\"hours\":{\"FRIDAY\":null}",
                "\"hours\":{\"FRIDAY\":[null]}")) {
            assertThrows(JsonProcessingException.class, () -> read("{" + unfit + "}"), unfit);
        }
    }

    @Test
    void fieldsAreKnownAndThereOnce() {
        for (String unfit : List.of("{\"nonsense\":1}", "{\"text\":\"a\",\"text\":\"b\"}", "{\"part\":{\"name\":\"a\",\"more\":1}}",
                "{\"part\":{\"name\":\"a\",\"name\":\"a\"}}",
                "{} {}", "{}]", "[]", "[{}]", "\"a\"", "7", "{\"hours\":{\"NODAY\":[]}}", "{\"hours\":{\"5\":[]}}")) {
            assertThrows(JsonProcessingException.class, () -> read(unfit), unfit);
        }
    }

    @Test
    void treesHaveNoFieldTwiceEither() {
        assertThrows(JsonProcessingException.class, () -> MAPPER.readTree("{\"a\":1,\"a\":2}"));
    }

    @Test
    void depthAndDigitsHaveBounds() {
        assertThrows(JsonProcessingException.class, () -> MAPPER.readTree("[".repeat(60) + "]".repeat(60)));
        assertThrows(JsonProcessingException.class, () -> MAPPER.readTree("9".repeat(50)));
    }

    private static Request read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, Request.class);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }
}
