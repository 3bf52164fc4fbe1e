package org.gongdan.sla.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.gongdan.sla.agreement.Content.Level;
import org.gongdan.sla.agreement.Content.Service;
import org.gongdan.sla.promise.Basis;
import org.gongdan.sla.promise.Matter;
import org.gongdan.sla.promise.Terms;

/**
 * What agreements that are in force promise: the contracts with a customer, and what we agreed on among ourselves and with suppliers. Of which type the
 * one that decides is depends on the kind. The service that names the installed product wins over the one that names the
 * product, that one over the one for everything; then the level of the very priority wins over the one for every priority; then the
 * version that began last. A service without a level for the kind does not stand in the way of another that has one.
 */
public final class Contracts {

    private final List<InForce> versions;
    private final UnaryOperator<String> revisions;
    private final Function<String, List<AgreementType>> types;

    /**
     * @param revisions turns a calendar's name into that of its current revision, which never changes
     * @param types     by kind, what types of agreements can set its terms; the first that speaks of it decides
     */
    Contracts(List<InForce> versions, UnaryOperator<String> revisions, Function<String, List<AgreementType>> types) {
        this.versions = List.copyOf(versions);
        this.revisions = revisions;
        this.types = types;
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /** A level and where it stands. */
    public record Match(InForce version, Service service, Level level) {

        private int closeness(Matter about) {
            return 2 * covers(service, about) + (level.priority() == null ? 0 : 1);
        }

        Basis basis() {
            return new Basis(version.id(), version.agreement(), version.number(), service.name(), level.priority());
        }
    }

    /**
     * The terms of a promise.
     *
     * @param about what it is about, or null when nobody told
     * @param usual what is promised when no contract says anything; also names the instant, for kinds that promise one
     */
    public Terms terms(String kind, Matter about, Terms usual) {
        return match(kind, about).map(match -> terms(match, usual)).orElse(usual);
    }

    Optional<Match> match(String kind, Matter about) {
        return types.apply(kind).stream().map(type -> match(type, kind, about)).flatMap(Optional::stream).findFirst();
    }

    private Optional<Match> match(AgreementType type, String kind, Matter about) {
        Matter known = about == null ? new Matter(null, null, null) : about;
        Comparator<Match> best = Comparator.comparingInt((Match match) -> match.closeness(known))
                .thenComparing(match -> match.version().from())
                .thenComparing(match -> match.version().agreement(), Comparator.reverseOrder());
        return versions.stream().filter(version -> version.type() == type)
                .flatMap(version -> version.content().services().stream().filter(service -> covers(service, known) > 0)
                        .flatMap(service -> service.levels().stream().filter(level -> fits(level, kind, known))
                                .map(level -> new Match(version, service, level))))
                .max(best);
    }

    private Terms terms(Match match, Terms usual) {
        Level level = match.level();
        Set<String> pausesOn = level.pausesOn() == null ? usual.pausesOn() : level.pausesOn();
        int warn = level.warnPercent() == null ? usual.warnPercent() : level.warnPercent();
        return level.within() == null
                ? new Terms(usual.within(), usual.at(), usual.calendar(), pausesOn, warn, match.basis())
                : new Terms(level.within(), null, level.calendar() == null ? usual.calendar() : revisions.apply(level.calendar()), pausesOn,
                        warn, match.basis());
    }

    private static boolean fits(Level level, String kind, Matter about) {
        return level.kind().equals(kind) && (level.priority() == null || level.priority().equals(about.priority()));
    }

    /** How exactly a service names the matter; 0: not at all. */
    private static int covers(Service service, Matter about) {
        if (about.productId() != null && service.productIds().contains(about.productId())) {
            return 3;
        }
        if (about.product() != null && service.names(about.product())) {
            return 2;
        }
        return service.isEverything() ? 1 : 0;
    }
}
