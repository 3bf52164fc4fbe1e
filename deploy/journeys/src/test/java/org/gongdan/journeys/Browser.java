package org.gongdan.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;

/** The system's Chromium, a fresh profile per journey; a picture of the page is kept when one fails. */
final class Browser implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private Playwright playwright;
    private com.microsoft.playwright.Browser browser;
    private Page page;

    Page page() {
        return page;
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new IllegalStateException("The browser journeys need " + CHROMIUM
                    + ", which is not installed: run deploy/install-test-tools (deploy/test does it).");
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
        page = pageOf(profile("zh-CN").setViewportSize(1280, 900));
    }

    /** Somebody else's phone: a profile of its own, touched by fingers. @param language what its owner set, such as {@code en-US} */
    Page phone(String language) {
        return pageOf(profile(language).setViewportSize(390, 844).setDeviceScaleFactor(2).setIsMobile(true).setHasTouch(true));
    }

    /** Another device of the same person, or somebody else's. */
    Page secondDevice() {
        return pageOf(profile("zh-CN").setViewportSize(1280, 900));
    }

    /** To be looked at by people; nothing is compared with it. What axe finds there fails. */
    static void picture(Page page, String name) {
        Axe.assertNothingFound(page, name);
        photograph(page, name);
    }

    /** Of a page that is not ours. */
    static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions profile(String language) {
        return new com.microsoft.playwright.Browser.NewContextOptions().setLocale(language).setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private Page pageOf(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext profile = browser.newContext(options);
        profile.setDefaultTimeout(Patience.MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(Patience.MILLIS);
        return profile.newPage();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (playwright == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            var pages = browser.contexts().stream().flatMap(profile -> profile.pages().stream()).toList();
            for (int number = 0; number < pages.size(); number++) {
                photograph(pages.get(number), context.getRequiredTestMethod().getName() + (number == 0 ? "" : "-" + number));
            }
        }
        playwright.close();
    }
}
