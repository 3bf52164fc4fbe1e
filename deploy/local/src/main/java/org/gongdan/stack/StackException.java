package org.gongdan.stack;

/** Something the person at the terminal can act on; the message is one clear sentence (or a few), shown without a stack trace. */
public final class StackException extends RuntimeException {
    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
