package org.gongdan.dispatch.roster;

/**
 * The one definition of being on duty, for questions to PostgreSQL; {@link Shift#served} is the same for a shift at hand. By a shift that was
 * published its person is on duty from its start until just before it ends or is withdrawn, whichever comes first. A draft puts nobody on duty.
 */
final class OnDuty {

    private OnDuty() {
    }

    /** First instant at which the person of {@code shift} is not on duty any more. @param shift alias of the table */
    static String until(String shift) {
        return "least(%1$s.ends_at, %1$s.withdrawn_at)".formatted(shift);
    }

    /** Whether the person of {@code shift} is on duty at an instant. @param shift alias of the table @param instant an expression, such as {@code :now} */
    static String at(String shift, String instant) {
        return "(%1$s.status <> 'DRAFTED' and %1$s.starts_at <= %2$s and %3$s > %2$s)".formatted(shift, instant, until(shift));
    }
}
