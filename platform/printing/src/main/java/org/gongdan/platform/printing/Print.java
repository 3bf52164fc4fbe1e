package org.gongdan.platform.printing;

import java.util.List;

/**
 * A document before it is printed.
 *
 * @param template its name: {@code printing/<template>.html} among the resources
 * @param view     what the template calls {@code it}: public records
 * @param words    what the template calls {@code w}: {@code {w:key}}
 * @param file     what it is saved as, without ending
 * @param files    that lie in the PDF file, for those who want to check what it says
 */
public record Print(String template, Object view, Phrases words, String file, List<Enclosed> files) {
}
