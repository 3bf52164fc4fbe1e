package org.gongdan.testing;

import java.time.Duration;

import org.awaitility.Awaitility;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/**
 * Waits that name no time of their own last up to a minute: on a machine that has other things to do, an event may take more than the ten seconds
 * that Awaitility grants. Quarkus calls this in the class loader of the tests, where a default set by a test resource would not be seen.
 */
public final class Patience implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }
}
