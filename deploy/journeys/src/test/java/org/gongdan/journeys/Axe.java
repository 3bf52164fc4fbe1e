package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** What keeps people from using a page, as axe-core finds it: nothing may. */
final class Axe {
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;
    private static final List<String> COLOURS = List.of("color-contrast");
    private static final String SCRIPT = "() => {" + AxeBuilder.getAxeScript() + "}";
    /** Asks for violations only: AxeBuilder takes everything that is right along, which takes longer than the looking. */
    private static final String RUN = """
            rules => axe.run({resultTypes: ['violations'], ...(rules.length && {runOnly: rules})})
                .then(found => found.violations.flatMap(rule =>
                    rule.nodes.map(node => `\\n${rule.id}: ${rule.help}\\n    ${node.target}\\n    ${node.html}`)).join(''))""";

    private Axe() {
    }

    /** A page as it stands there, light and dark. @param name of the page, for whoever reads the failure */
    static void assertNothingFound(Page page, String name) {
        assertEquals("", found(page, ColorScheme.LIGHT, List.of()), name);
        // What is not a matter of colours has been looked at.
        assertEquals("", found(page, ColorScheme.DARK, COLOURS), name + ", dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** The same at a desk in Chinese and on a phone in English, there in the light: which colours are dark does not depend on a width. */
    static void assertNothingFoundAnywhere(Console console, String name) {
        console.page().setViewportSize(DESK, HEIGHT);
        assertNothingFound(console.page(), "%s, %d px, %s".formatted(name, DESK, console.language()));
        console.changeLanguage();
        console.page().setViewportSize(PHONE, HEIGHT);
        assertEquals("", found(console.page(), ColorScheme.LIGHT, List.of()), "%s, %d px, %s".formatted(name, PHONE, console.language()));
        console.changeLanguage();
        console.page().setViewportSize(DESK, HEIGHT);
    }

    private static String found(Page page, ColorScheme scheme, List<String> rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.waitForSelector("html[data-look=" + (scheme == ColorScheme.DARK ? "dark" : "light") + "]");
        if ((boolean) page.evaluate("window.axe === undefined")) {
            page.evaluate(SCRIPT);
        }
        return (String) page.evaluate(RUN, rules);
    }
}
