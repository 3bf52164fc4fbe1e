package org.gongdan.platform.log;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;

import io.quarkus.logging.LoggingFilter;

/**
 * Every line of the log passes here, those of libraries too, so that nobody has to remember which value a client sent. Lets all records
 * through; only what they say is {@link Escaped}.
 */
@LoggingFilter(name = "escaping")
public final class EscapingFilter implements Filter {

    @Override
    @SuppressWarnings("deprecation") // Only the record itself knows how its text and its arguments come together.
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord line) {
            var message = line.getFormattedMessage();
            if (message != null && !Escaped.clean(message)) {
                line.setMessage(Escaped.text(message), FormatStyle.NO_FORMAT);
            }
        }
        if (record.getThrown() != null && speaks(record.getThrown())) {
            record.setThrown(new Quoted(record.getThrown()));
        }
        return true;
    }

    private static boolean speaks(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !Escaped.clean(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /** The same failure with its words escaped. */
    private static final class Quoted extends Throwable {

        private final String text;

        Quoted(Throwable original) {
            super(null, original.getCause() == null ? null : new Quoted(original.getCause()), false, true);
            text = Escaped.text(original.toString());
            setStackTrace(original.getStackTrace());
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
