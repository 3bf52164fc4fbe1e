package org.gongdan.testing;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;

/**
 * What every integration test starts with. Quarkus calls this in the class loader of the tests, where a default set by a test resource would not be
 * seen.
 * <ul>
 * <li>Waits that name no time of their own last up to a minute: on a machine that has other things to do, an event may take more than the ten
 * seconds that Awaitility grants. They look at once, after 10 ms, 20, 40, 80, and then every 100 ms: most of what a test waits for is there before
 * Awaitility would have looked first.</li>
 * <li>A failed expectation prints the request and the answer, as they were sent. Quarkus' own way (switched off in pom.xml) indents them first,
 * also those of tests that pass: 5,000 lists in one another become a text of 25 million blanks.</li>
 * </ul>
 */
public final class Defaults implements QuarkusTestBeforeClassCallback {

    private static final Duration RARELY = Duration.ofMillis(100);

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(IterativePollInterval.iterative(Defaults::next, Duration.ofMillis(10)));
        RestAssured.config = RestAssured.config()
                .logConfig(LogConfig.logConfig().enableLoggingOfRequestAndResponseIfValidationFails().enablePrettyPrinting(false));
    }

    private static Duration next(Duration last) {
        Duration twice = last.multipliedBy(2);
        return twice.compareTo(RARELY) < 0 ? twice : RARELY;
    }
}
