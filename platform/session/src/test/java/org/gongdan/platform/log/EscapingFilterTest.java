package org.gongdan.platform.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation") // Reads the text as the filter does.
class EscapingFilterTest {

    @Test
    void clientCannotWriteLinesOfItsOwn() {
        // Given
        var line = new ExtLogRecord(Level.WARN, "GET %s", FormatStyle.PRINTF, "x");
        line.setParameters(new Object[] {"/a\r\n12:00:00 INFO  all is well\u001b[2J\u202e\u2028"});
        // When
        var shown = new EscapingFilter().isLoggable(line);
        // Then
        assertTrue(shown);
        assertEquals("GET /a\\r\\n12:00:00 INFO  all is well\\u001b[2J\\u202e\\u2028", line.getFormattedMessage());
    }

    @Test
    void failureCannotSayLinesOfItsOwn() {
        // Given
        var failure = new IllegalArgumentException("a header value contains\r\n12:00:00 INFO", new IllegalStateException("b\nc"));
        var line = new ExtLogRecord(Level.WARN, "failed", "x");
        line.setThrown(failure);
        // When
        new EscapingFilter().isLoggable(line);
        // Then
        var text = new StringWriter();
        line.getThrown().printStackTrace(new PrintWriter(text));
        assertTrue(text.toString().startsWith("java.lang.IllegalArgumentException: a header value contains\\r\\n12:00:00 INFO"));
        assertTrue(text.toString().contains("Caused by: java.lang.IllegalStateException: b\\nc"));
        assertFalse(text.toString().contains("\n12:00:00"));
    }

    @Test
    void honestLineStaysAsItIs() {
        // Given
        var failure = new IllegalStateException("收银机");
        var line = new ExtLogRecord(Level.WARN, "工单 %s", FormatStyle.PRINTF, "x");
        line.setParameters(new Object[] {"打印机"});
        line.setThrown(failure);
        // When
        new EscapingFilter().isLoggable(line);
        // Then
        assertEquals("工单 打印机", line.getFormattedMessage());
        assertSame(failure, line.getThrown());
    }
}
