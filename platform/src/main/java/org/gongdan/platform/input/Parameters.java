package org.gongdan.platform.input;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * The query parameters and headers that a method of a resource takes, and the check of what is sent for them; what a browser calls itself is its
 * own business.
 */
record Parameters(Map<String, Expected> query, Map<String, Expected> headers) {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** The one parameter that may say nothing: people have not typed yet what they look for. */
    private static final String SEARCHED_FOR = "query";

    /** @param many whether it may be sent more than once */
    record Expected(Class<?> type, boolean many) {

        /** @throws Misfit when the text is no value of the type */
        void check(String text) {
            if (type == UUID.class) {
                Values.id(text);
            } else if (type == int.class || type == Integer.class) {
                Values.integer(text);
            } else if (type == long.class || type == Long.class) {
                Values.whole(text);
            } else if (type == boolean.class || type == Boolean.class) {
                Values.bool(text);
            } else if (type == Instant.class) {
                Values.instant(text);
            } else if (type == LocalDate.class) {
                Values.date(text);
            } else if (type.isEnum()) {
                Values.choice(type, text);
            } else {
                Texts.mustFit(text);
            }
        }
    }

    static Parameters of(Method method) {
        Map<String, Expected> query = new LinkedHashMap<>();
        Map<String, Expected> headers = new LinkedHashMap<>();
        headers.put(IDEMPOTENCY_KEY, new Expected(String.class, false));
        for (Parameter parameter : method.getParameters()) {
            collect(parameter, parameter.getParameterizedType(), query, headers);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Class<?> bean = parameter.getType(); bean != Object.class; bean = bean.getSuperclass()) {
                    for (Field field : bean.getDeclaredFields()) {
                        collect(field, field.getGenericType(), query, headers);
                    }
                }
            }
        }
        return new Parameters(query, headers);
    }

    /** @throws org.gongdan.platform.problem.DomainException.InvalidInput naming the first parameter that is unknown, repeated or malformed */
    void checkQuery(Map<String, List<String>> sent) {
        sent.forEach((name, values) -> {
            Expected expected = query.get(name);
            if (expected == null) {
                throw new Misfit("parameter-unknown", String.join(", ", query.keySet())).in(name);
            }
            if (values.size() > 1 && !expected.many()) {
                throw new Misfit("parameter-twice").in(name);
            }
            values.forEach(value -> {
                if (value.isBlank() && !name.equals(SEARCHED_FOR)) {
                    throw new Misfit("parameter-empty").in(name);
                }
                check(name, expected, value);
            });
        });
    }

    /** @throws org.gongdan.platform.problem.DomainException.InvalidInput naming the first header that is repeated, empty or malformed */
    void checkHeaders(Map<String, List<String>> sent) {
        headers.forEach((name, expected) -> {
            List<String> values = sent.getOrDefault(name, List.of());
            if (values.size() > 1) {
                throw new Misfit("header-twice").in(name);
            }
            values.forEach(value -> {
                if (value.isBlank()) {
                    throw new Misfit("header-empty").in(name);
                }
                check(name, expected, value);
            });
        });
    }

    private static void check(String name, Expected expected, String value) {
        try {
            expected.check(value);
        } catch (Misfit misfit) {
            throw misfit.in(name);
        }
    }

    private static void collect(AnnotatedElement element, Type type, Map<String, Expected> query, Map<String, Expected> headers) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation instanceof QueryParam parameter) {
                query.put(parameter.value(), expected(type));
            } else if (annotation instanceof HeaderParam header && !header.value().equals(HttpHeaders.USER_AGENT)) {
                headers.put(header.value(), expected(type));
            }
        }
    }

    private static Expected expected(Type type) {
        return type instanceof ParameterizedType list ? new Expected((Class<?>) list.getActualTypeArguments()[0], true)
                : new Expected((Class<?>) type, false);
    }
}
