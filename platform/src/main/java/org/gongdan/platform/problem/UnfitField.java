package org.gongdan.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;

/** A field of a JSON body that may not be read, with the sentence that says why. */
public final class UnfitField extends InvalidFormatException {

    private final String code;
    private final transient Object[] arguments;

    public UnfitField(JsonParser parser, Class<?> target, String code, Object... arguments) {
        super(parser, code, null, target);
        this.code = code;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments;
    }
}
