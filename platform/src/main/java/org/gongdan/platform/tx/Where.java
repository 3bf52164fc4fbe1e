package org.gongdan.platform.tx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Conditions of a query that is put together, with the values of their named places; for Hibernate's queries ({@link #bind}) and for
 * {@link Sql} ({@link #in}).
 */
public final class Where {

    private static final Pattern PLACE = Pattern.compile("(?<!:):([A-Za-z][A-Za-z0-9]*)");

    private final StringBuilder text = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param condition with one named place for the value, for example {@code "id < :before"}; it may stand there more than once */
    public Where and(String condition, Object value) {
        Matcher place = PLACE.matcher(condition);
        List<String> names = place.results().map(found -> found.group(1)).distinct().toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException("one value for " + names + " in: " + condition);
        }
        with(names.getFirst(), value);
        return and(condition);
    }

    /** @param condition whose values are given apart (see {@link #with} and {@link #value}), or which has none */
    public Where and(String condition) {
        text.append(" and ").append(condition);
        return this;
    }

    /** Leaves the condition out when there is nothing to compare with. */
    public Where andIfGiven(String condition, Object value) {
        return value == null ? this : and(condition, value);
    }

    /** A value for a place that is named somewhere in the query. */
    public Where with(String name, Object value) {
        if (values.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("two values for " + name);
        }
        return this;
    }

    /** A value for a place that has no name of its own yet, such as one of many words. @return the place */
    public String value(Object value) {
        String name = "value" + values.size();
        with(name, value);
        return ":" + name;
    }

    public <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
    }

    /** @param sql a statement in which this text stands */
    public Bound in(String sql) {
        Bound bound = Sql.of(sql).bound();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            bound = bound.with(value.getKey(), value.getValue());
        }
        return bound;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
