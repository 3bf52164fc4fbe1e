package org.gongdan.generated;

import java.util.List;

/**
 * Who asks what next, and about which thing.
 *
 * @param about  null when the operation names nothing, or nothing is known that it could name
 * @param traits of both, by which the outcome is remembered
 * @param chance that it will be taken, as far as was learnt
 */
record Plan(Operation operation, String user, Thing about, List<String> traits, double chance) {
}
