package org.gongdan.platform.tx;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement in PostgreSQL's own words with named places ({@code where id = :id}): the same text for the transactions of requests
 * ({@link Read}, {@link Work}) and for background loops, which have a JDBC connection.
 *
 * <pre>{@code
 * private static final Sql NAME = Sql.of("select name from engineer where id = :id");
 * …
 * return NAME.with("id", id).row(read).map(row -> row == null ? null : row.text("name"));
 * }</pre>
 *
 * <p>Hibernate is not asked: entities that were changed must be flushed before a statement that needs to see them. That is the point of
 * it. A native query of Hibernate builds its plan anew on every call and keeps it in a cache where it is never found again; in
 * services whose work is mostly such statements that was a fifth of all CPU time (docs/performance.md).
 *
 * <p>A place is a colon and a name; what stands in quotes, and PostgreSQL's {@code ::}, is left alone. PostgreSQL must be able to tell a place's type
 * from what stands around it; where it cannot, and where null is possible, the text says it: {@code cast(:customer as uuid)}.
 */
public final class Sql {

    private static final Pattern PLACE = Pattern.compile("'(?:[^']|'')*'|::|:([A-Za-z][A-Za-z0-9]*)");

    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CHANGES = Pattern.compile("\\b(insert|update|delete|for (?:key )?share)\\b", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final String numbered;
    private final String questioned;
    private final List<String> names;
    private final List<Integer> places;
    private final boolean changes;

    private Sql(String text) {
        List<String> found = PLACE.matcher(text).results().map(place -> place.group(1)).filter(Objects::nonNull).toList();
        this.text = text;
        this.names = found.stream().distinct().toList();
        this.places = found.stream().map(names::indexOf).toList();
        this.numbered = replaced(text, name -> "$" + (names.indexOf(name) + 1));
        this.questioned = replaced(text, name -> "?");
        this.changes = CHANGES.matcher(QUOTED.matcher(text).replaceAll("''")).find();
    }

    private static String replaced(String text, UnaryOperator<String> sign) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(place.group(1) == null ? place.group() : sign.apply(place.group(1))));
    }

    /** Reads the text once; keep it in a constant where it does not change. */
    public static Sql of(String text) {
        return new Sql(text);
    }

    /** @see Bound#with(String, Object) */
    public Bound with(String name, Object value) {
        return bound().with(name, value);
    }

    /** @see Bound#ids(String, Collection) */
    public Bound ids(String name, Collection<UUID> value) {
        return bound().ids(name, value);
    }

    /** @see Bound#texts(String, Collection) */
    public Bound texts(String name, Collection<?> value) {
        return bound().texts(name, value);
    }

    /** The statement with no value yet; also for one that has no places. */
    public Bound bound() {
        return new Bound(this);
    }

    /** With {@code $1 …}, one for each name, as the Vert.x client sends it. */
    String numbered() {
        return numbered;
    }

    /** With {@code ?}, one for each place, as JDBC wants it. */
    String questioned() {
        return questioned;
    }

    /** In the order of {@link #numbered}. */
    List<String> names() {
        return names;
    }

    /** In the order of {@link #questioned}, each as index into {@link #names}: a name that stands twice is here twice. */
    List<Integer> places() {
        return places;
    }

    /** Whether it changes rows or locks them. */
    boolean changes() {
        return changes;
    }

    @Override
    public String toString() {
        return text;
    }
}
