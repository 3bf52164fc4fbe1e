package org.gongdan.platform.operations;

import java.time.Duration;

/**
 * Rows that need not be remembered for ever. A service produces one as a bean; housekeeping forgets them a little at a time.
 *
 * @param table name of the table
 * @param time  its column that says when the row came about; there should be an index on it
 * @param keep  rows older than this go
 */
public record KeptFor(String table, String time, Duration keep) {
}
