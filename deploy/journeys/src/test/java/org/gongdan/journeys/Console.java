package org.gongdan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The console as a person uses it: clicks, typing, looking. */
record Console(Page page, String address) {
    private static final int MOST_STOPS = 80;

    /** Somebody who has signed in and gone to a page. */
    static Console signedIn(Page page, String gateway, String name, String path) {
        var console = new Console(page, gateway);
        console.open();
        console.signIn(name);
        page.navigate(gateway + path);
        return console;
    }

    void open() {
        page.navigate(address);
    }

    /** Through Keycloak's own page. */
    void signIn(String name) {
        find("sign-in").click();
        prove(name);
    }

    /** On Keycloak's page. */
    void prove(String name) {
        page.locator("#username").fill(name);
        page.locator("#password").fill("gongdan");
        page.locator("#kc-login").click();
        see(find("account"));
    }

    void signOut() {
        find("account").click();
        find("sign-out").click();
        see(find("landing"));
    }

    void choose(String field, String option) {
        find(field).click();
        page.keyboard().type(option);
        page.locator(".ant-select-dropdown:visible .ant-select-item-option").getByText(option).first().click();
    }

    /** One of several that stand beside each other. */
    void option(String group, String label) {
        find(group).getByText(label, new Locator.GetByTextOptions().setExact(true)).click();
    }

    void type(String field, String text) {
        find(field).fill(text);
    }

    /** @param time as the field shows it, {@code 2026-11-23 18:00} */
    void pick(String field, String time) {
        if ("datetime-local".equals(find(field).getAttribute("type"))) {
            // A phone's own wheel.
            find(field).fill(time.replace(' ', 'T'));
            return;
        }
        find(field).click();
        // What stood there before goes.
        page.keyboard().press("Control+A");
        page.keyboard().type(time);
        page.keyboard().press("Enter");
    }

    /** By the Tab key alone, as whoever has no mouse. */
    void tabTo(String testId) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("id => document.activeElement.closest('[data-testid]')?.dataset.testid === id", testId)) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + testId);
    }

    String language() {
        return (String) page.evaluate("document.documentElement.lang");
    }

    /** To the other one, and until the page speaks it: its texts are fetched first. */
    void changeLanguage() {
        String before = language();
        find("language").click();
        page.waitForSelector("html:not([lang='" + before + "'])");
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    Locator told(String type) {
        return page.locator("[data-testid=story-item][data-type=" + type + "]");
    }

    void see(Locator element) {
        assertThat(element).isVisible();
    }

    void see(Locator element, String text) {
        assertThat(element).containsText(text);
    }

    void seeAttribute(Locator element, String name, String value) {
        assertThat(element).hasAttribute(name, value);
    }
}
