package org.gongdan.platform.input;

import java.io.IOException;
import java.util.function.Function;

import org.gongdan.platform.problem.UnfitField;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value from a JSON text, and from nothing else. */
final class FromText<T> extends StdScalarDeserializer<T> {

    private final String otherwise;
    private final transient Function<String, T> reading;

    /** @param otherwise code of what to say when it is no text */
    FromText(Class<T> type, String otherwise, Function<String, T> reading) {
        super(type);
        this.otherwise = otherwise;
        this.reading = reading;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new UnfitField(parser, handledType(), otherwise);
        }
        try {
            return reading.apply(parser.getText());
        } catch (Misfit misfit) {
            throw new UnfitField(parser, handledType(), misfit.code(), misfit.arguments());
        }
    }
}
