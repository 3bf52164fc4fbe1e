package org.gongdan.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** Signs in through Keycloak's page, as people do. */
record Visitor(Browser browser, String address) {

    BrowserContext signedIn(String role, int width) {
        var person = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setViewportSize(width, 900));
        Page page = person.newPage();
        page.navigate(address);
        page.getByTestId("sign-in").click();
        page.locator("#username").fill(role);
        page.locator("#password").fill("gongdan");
        page.locator("#kc-login").click();
        page.getByTestId("account").waitFor();
        page.close();
        return person;
    }

    Page forgetful(BrowserContext person) {
        Page page = person.newPage();
        person.newCDPSession(page).send("Network.clearBrowserCache");
        return page;
    }
}
