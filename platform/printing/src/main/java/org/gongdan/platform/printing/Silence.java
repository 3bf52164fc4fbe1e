package org.gongdan.platform.printing;

import java.util.logging.Level;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;

/** In place of the printing library's own log: its findings are asked for where a document is printed. */
final class Silence implements XRLogger {

    @Override
    public void log(String where, Level level, String message) {
        // not heard
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        // not heard
    }

    @Override
    public void setLevel(String where, Level level) {
        // none is
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return false;
    }
}
