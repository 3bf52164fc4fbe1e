package org.gongdan.platform.tx;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.reactive.mutiny.Mutiny;

/** Conditions of a query that is put together, with their values; numbered as Hibernate does ({@code ?1}) or PostgreSQL ({@code $1}). */
public final class Where {

    private final char sign;
    private final StringBuilder text = new StringBuilder("1 = 1");
    private final List<Object> values = new ArrayList<>();

    private Where(char sign) {
        this.sign = sign;
    }

    public static Where hql() {
        return new Where('?');
    }

    public static Where sql() {
        return new Where('$');
    }

    /** @param condition with {@code %s} where the value stands, for example {@code "id < %s"} */
    public Where and(String condition, Object value) {
        text.append(" and ").append(condition.formatted(value(value)));
        return this;
    }

    /** @param condition whose values stand in it already (see {@link #value}) */
    public Where and(String condition) {
        text.append(" and ").append(condition);
        return this;
    }

    /** Leaves the condition out when there is nothing to compare with. */
    public Where andIfGiven(String condition, Object value) {
        return value == null ? this : and(condition, value);
    }

    /** @return the place where the value stands */
    public String value(Object value) {
        values.add(value);
        return sign + Integer.toString(values.size());
    }

    public Object[] values() {
        return values.toArray();
    }

    public <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
        for (int position = 0; position < values.size(); position++) {
            query.setParameter(position + 1, values.get(position));
        }
        return query;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
