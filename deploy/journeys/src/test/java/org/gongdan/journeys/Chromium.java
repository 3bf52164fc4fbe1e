package org.gongdan.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The system's Chromium, started for the first journey that needs it and ended after the last one: to start it takes longer than many a journey. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final Namespace JOURNEYS = Namespace.create(Chromium.class);

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Chromium() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException("The browser journeys need " + PROGRAM
                    + ", which is not installed: run deploy/install-test-tools (deploy/test does it).");
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS));
    }

    /** One that died with the journey before is no reason for the next one to fail. */
    static com.microsoft.playwright.Browser of(ExtensionContext context) {
        var store = context.getStore(StoreScope.LAUNCHER_SESSION, JOURNEYS);
        var running = store.computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        if (!running.browser.isConnected()) {
            store.remove(Chromium.class, Chromium.class).close();
            running = store.computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        }
        return running.browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
