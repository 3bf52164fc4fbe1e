package org.gongdan.platform.input;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.gongdan.platform.problem.UnfitField;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * Bodies are read as they are written: no field that is unknown or there twice, no number for a text, no text for a number, no number for a
 * choice, no null in a list, nothing behind the end. Whoever sends something else hears of it at once instead of being misunderstood.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 40;

    /** After Quarkus's own, so that nothing is loosened again. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // Quarkus has built the mapper already, so the builder that is asked for instead comes too late.
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER).build());
        mapper.getFactory().setInputDecorator(new OnlyUtf8());
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.registerModule(module());
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("strict-values");
        text(module, String.class, "text-expected", StrictJson::textOrNothing);
        text(module, Instant.class, "instant-malformed", Values::instant);
        text(module, LocalDate.class, "date-malformed", Values::date);
        text(module, LocalDateTime.class, "local-time-malformed", Values::dateTime);
        text(module, LocalTime.class, "local-time-malformed", Values::time);
        text(module, YearMonth.class, "month-malformed", Values::month);
        text(module, Duration.class, "duration-malformed", Values::duration);
        text(module, UUID.class, "id-malformed", Values::id);
        text(module, BigDecimal.class, "decimal-malformed", Values::decimal);
        text(module, ZoneId.class, "zone-malformed", Values::zone);
        module.addDeserializer(Double.class, new FiniteNumber());
        module.addDeserializer(double.class, new FiniteNumber());
        module.setDeserializerModifier(new BeanDeserializerModifier() {
            @Override
            @SuppressWarnings({"unchecked", "rawtypes"})
            public JsonDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type, BeanDescription bean,
                    JsonDeserializer<?> usual) {
                Class raw = type.getRawClass();
                return new FromText<Object>(raw, "choice-expected", text -> Values.choice(raw, text));
            }
        });
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, String otherwise, java.util.function.Function<String, T> reading) {
        module.addDeserializer(type, new FromText<>(type, otherwise, reading));
    }

    /** A text of nothing but spaces is none: forms send one for what was not filled in. */
    private static String textOrNothing(String text) {
        String clean = Texts.clean(text);
        return clean.isEmpty() ? null : clean;
    }

    /** JSON has no infinity, but 1e999 would be read as one. */
    private static final class FiniteNumber extends StdScalarDeserializer<Double> {

        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                throw new UnfitField(parser, Double.class, "number-malformed");
            }
            double value = parser.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw new UnfitField(parser, Double.class, "number-out-of-range");
            }
            return value;
        }
    }
}
