package org.gongdan.notification.live;

import java.util.Set;
import java.util.UUID;

/**
 * Something happened: reason enough for a screen that shows it to ask again. It says nothing that only some may know.
 *
 * @param events  names of what happened, without versions; empty for customers
 * @param tickets concerned
 * @param visits  concerned
 * @param many    whether more happened than is listed: whatever is shown may be old
 */
record Change(Set<String> events, Set<UUID> tickets, Set<UUID> visits, boolean many) {
}
