package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/**
 * What every request declares (ADR 017): each text what kind of text it is and how long it may be, each list how long it may be and what
 * stands in it, each method of a resource what it reads and what it returns.
 */
final class RequestRules {

    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> OF_ANYTHING = Set.of("NotNull", "NotBlank", "NotEmpty", "Size", "Valid");

    private final Set<String> faults = new TreeSet<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private RequestRules() {
    }

    static void check(JavaClasses code) {
        RequestRules rules = new RequestRules();
        for (JavaClass type : code) {
            if (type.isAnnotatedWith(JAX_RS + "Path")) {
                rules.resource(type.reflect());
            }
        }
        assertEquals(Set.of(), rules.faults, "requests that do not say what they take");
    }

    private void resource(Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers()) || METHODS.stream().noneMatch(name -> has(method.getAnnotations(), name))) {
                continue;
            }
            String name = resource.getSimpleName() + "." + method.getName();
            if (!has(method.getAnnotations(), "Produces") && !has(resource.getAnnotations(), "Produces")) {
                faults.add(name + " does not say what it produces");
            }
            for (Parameter parameter : method.getParameters()) {
                if (isBody(parameter)) {
                    if (!has(method.getAnnotations(), "Consumes") && !has(resource.getAnnotations(), "Consumes")) {
                        faults.add(name + " does not say what it consumes");
                    }
                    record(parameter.getType());
                }
            }
        }
    }

    private void record(Class<?> type) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = type.getSimpleName() + "." + component.getName();
            List<Annotation> declared = new ArrayList<>(List.of(component.getAnnotations()));
            declared.addAll(fieldAnnotations(type, component.getName()));
            value(name, component.getAnnotatedType(), declared);
        }
    }

    private void value(String name, AnnotatedType type, Collection<Annotation> declared) {
        Class<?> raw = raw(type);
        declared.addAll(List.of(type.getAnnotations()));
        if (raw == String.class && declared.stream().noneMatch(RequestRules::saysWhatText)) {
            faults.add(name + " is a text without @Line or @Prose");
        }
        if (Collection.class.isAssignableFrom(raw)
                && declared.stream().noneMatch(annotation -> annotation.annotationType().getSimpleName().equals("Size"))) {
            faults.add(name + " is a list without @Size");
        }
        if (type instanceof AnnotatedParameterizedType generic
                && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw))) {
            for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
                value(name + "[]", argument, new ArrayList<>());
            }
        }
        record(raw);
    }

    /** A constraint that is about texts: ours, a pattern, an address. */
    private static boolean saysWhatText(Annotation annotation) {
        return Arrays.stream(annotation.annotationType().getAnnotations())
                .anyMatch(meta -> meta.annotationType().getName().equals("jakarta.validation.Constraint"))
                && !OF_ANYTHING.contains(annotation.annotationType().getSimpleName());
    }

    private static Class<?> raw(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> known -> known;
            case java.lang.reflect.ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> Object.class;
        };
    }

    private static List<Annotation> fieldAnnotations(Class<?> record, String name) {
        try {
            return List.of(record.getDeclaredField(name).getAnnotations());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record has a field for each component", e);
        }
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.getType().isRecord() && Arrays.stream(parameter.getAnnotations())
                .noneMatch(annotation -> annotation.annotationType().getName().startsWith(JAX_RS)
                        || annotation.annotationType().getSimpleName().equals("BeanParam"));
    }

    private static boolean has(Annotation[] annotations, String name) {
        return Arrays.stream(annotations).anyMatch(annotation -> annotation.annotationType().getName().equals(JAX_RS + name));
    }
}
