package org.gongdan.journeys;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * A fresh profile of {@link Chromium} per journey; a picture of the page is kept when one fails. What a page has asked to be done is answered
 * before it is closed, so that nothing of one journey is still going on in the next.
 */
final class Browser implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final System.Logger LOG = System.getLogger(Browser.class.getName());
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final double ANSWERS_MILLIS = 10_000;

    private com.microsoft.playwright.Browser browser;
    private Page page;
    /** What a page asks to be done and has no answer yet. */
    private final Map<Request, Page> underWay = new HashMap<>();

    Page page() {
        return page;
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        browser = Chromium.of(context);
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
        Page opened = profile.newPage();
        opened.onRequest(request -> note(opened, request));
        opened.onRequestFinished(underWay::remove);
        opened.onRequestFailed(underWay::remove);
        return opened;
    }

    private void note(Page asking, Request request) {
        if (request.isNavigationRequest()) {
            // Of what it asked before it is told no more.
            underWay.values().removeIf(asking::equals);
        }
        if (!request.method().equals("GET")) {
            underWay.put(request, asking);
        }
    }

    /** For a while: a call that outlives its page, for one, never tells of its answer. */
    private void awaitAnswers() {
        try {
            page.waitForCondition(() -> underWay.values().stream().allMatch(Page::isClosed),
                    new Page.WaitForConditionOptions().setTimeout(ANSWERS_MILLIS));
        } catch (TimeoutError late) {
            LOG.log(System.Logger.Level.INFO, "not answered: " + underWay.keySet().stream().map(Request::url).toList());
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (browser == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            var pages = browser.contexts().stream().flatMap(profile -> profile.pages().stream()).toList();
            for (int number = 0; number < pages.size(); number++) {
                photograph(pages.get(number), context.getRequiredTestMethod().getName() + (number == 0 ? "" : "-" + number));
            }
        }
        try {
            if (context.getExecutionException().isEmpty()) {
                awaitAnswers();
            }
        } finally {
            List.copyOf(browser.contexts()).forEach(BrowserContext::close);
            underWay.clear();
        }
    }
}
