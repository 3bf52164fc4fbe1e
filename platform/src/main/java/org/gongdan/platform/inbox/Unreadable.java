package org.gongdan.platform.inbox;

import java.io.IOException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;

/** The body does not fit the record: no retry will change that. A later version may read it, when all that is odd is a value it has no name for yet. */
final class Unreadable extends RuntimeException {

    private static final int SHOWN = 60;

    private final boolean later;

    private Unreadable(String message, boolean later) {
        super(message);
        this.later = later;
    }

    static Unreadable of(IOException failure) {
        if (failure instanceof InvalidFormatException odd && odd.getTargetType().isEnum()) {
            String value = String.valueOf(odd.getValue());
            return new Unreadable(path(odd) + " is " + value.substring(0, Math.min(value.length(), SHOWN)), true);
        }
        return new Unreadable(failure.getMessage(), false);
    }

    /** Whether it is worth keeping for a later version. */
    boolean later() {
        return later;
    }

    private static String path(InvalidFormatException odd) {
        return odd.getPath().stream().map(Reference::getFieldName).filter(name -> name != null).collect(Collectors.joining("."));
    }
}
