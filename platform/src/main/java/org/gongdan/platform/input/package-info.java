/**
 * What may be read: one rule for every text, time, number, choice, list and id that comes in, whatever it comes in by: the JSON of a body, a
 * parameter of the query, a header, a file that is imported.
 *
 * <p>{@link org.gongdan.platform.input.Texts} and {@link org.gongdan.platform.input.Values} hold the rule;
 * {@link org.gongdan.platform.input.Line} and {@link org.gongdan.platform.input.Prose} are declared on the texts of a request record;
 * the rest applies the rule before a resource is called. The reasons stand in ADR 017.
 */
package org.gongdan.platform.input;
