package org.gongdan.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class ParagraphsTest {

    @Test
    void whatIsWrittenKeepsItsShape() {
        assertEquals(List.of(List.of("您好：", "  1. 关机", "    2. 拔线"), List.of("谢谢"), List.of("李工")),
                Paragraphs.of("\n您好：  \r\n  1. 关机\n\t2. 拔线\n \n\n谢谢\u2029\u3000\n李工\n"));
        assertEquals(List.of(), Paragraphs.of(" \n\t"));
        assertEquals(List.of(), Paragraphs.of(""));
    }

    @Test
    void whatIsNotSeenIsLeftOut() {
        assertEquals(List.of(List.of("abc d")), Paragraphs.of("a\u202Eb\u0007c d\u200B"));
        assertEquals(List.of(List.of("👨\u200D👩", "\uFFFD")), Paragraphs.of("👨\u200D👩\n\uD800"));
    }
}
