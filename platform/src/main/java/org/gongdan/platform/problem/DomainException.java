package org.gongdan.platform.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A command that cannot be carried out, in words of the domain; it knows no HTTP. The code selects the sentence in the bundles
 * {@code problems.properties} and {@code problems_zh.properties}, where {@code {0}} … are the arguments.
 */
public abstract sealed class DomainException extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    private DomainException(String code, Object... arguments) {
        super(code + " " + java.util.Arrays.toString(arguments), null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments;
    }

    /** Nothing with this id, or nothing the caller may know of. */
    public static final class NotFound extends DomainException {
        public NotFound(String kind, Object id) {
            super("not-found", kind, id);
        }
    }

    /** The state machine has no such step. */
    public static final class IllegalTransition extends DomainException {
        public IllegalTransition(String kind, Object id, Enum<?> from, String to) {
            super("illegal-transition", kind, id, from, to);
        }

        private IllegalTransition(String code, Object[] arguments) {
            super(code, arguments);
        }

        /** With a sentence of its own, where "cannot become" says nothing to people. */
        public static IllegalTransition inWords(String code, Object id, Enum<?> from) {
            return new IllegalTransition(code, new Object[] {id, from});
        }
    }

    /** A rule of the business says no; nothing is wrong with the form of the request. */
    public static final class Rejected extends DomainException {
        private String field;

        public Rejected(String code, Object... arguments) {
            super(code, arguments);
        }

        /** Names the field of the request that the rule is about. */
        public Rejected onField(String name) {
            field = name;
            return this;
        }

        /** Field of the request, or null when the rule is about none in particular. */
        public String field() {
            return field;
        }
    }

    /** It collides with something that exists: a double, an overlap. */
    public static final class Conflict extends DomainException {
        public Conflict(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** The caller is known but may not do this here. */
    public static final class Forbidden extends DomainException {
        public Forbidden(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** The caller has as much of it as one may have at once; some of it given back makes room. */
    public static final class TooMany extends DomainException {
        public TooMany(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** It existed and cannot be used any more. */
    public static final class Gone extends DomainException {
        public Gone(String code, Object... arguments) {
            super(code, arguments);
        }
    }

    /** The caller has seen an older version than the one stored. */
    public static final class StaleVersion extends DomainException {
        public StaleVersion(String kind, Object id, long current) {
            super("stale-version", kind, id, current);
        }
    }

    /** A field of the request makes no sense, beyond what declarative validation sees; or several, which are all told. */
    public static final class InvalidInput extends DomainException {
        private final String field;
        private final transient List<InvalidInput> all = new ArrayList<>(List.of(this));

        public InvalidInput(String field, String code, Object... arguments) {
            super(code, arguments);
            this.field = field;
        }

        /** All of them in one answer. @param found at least one */
        public static InvalidInput together(List<InvalidInput> found) {
            InvalidInput first = found.getFirst();
            found.stream().skip(1).forEach(one -> first.all.addAll(one.all));
            return first;
        }

        public String field() {
            return field;
        }

        /** Everything that is wrong, this first. */
        public List<InvalidInput> all() {
            return List.copyOf(all);
        }
    }
}
