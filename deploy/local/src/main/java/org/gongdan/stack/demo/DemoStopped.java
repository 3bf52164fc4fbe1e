package org.gongdan.stack.demo;

/** The play cannot go on; the message says at which scene, and why. */
public final class DemoStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    DemoStopped(String message) {
        super(message);
    }

    DemoStopped(String message, Throwable cause) {
        super(message, cause);
    }
}
