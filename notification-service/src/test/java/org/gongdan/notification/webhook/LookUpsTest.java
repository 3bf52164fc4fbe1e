package org.gongdan.notification.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpsTest {

    private static final Duration LIMIT = Duration.ofMillis(300);

    private static Target target(TargetGuard.Resolver names, String url) throws Exception {
        return new LookUps(new TargetGuard(List.of(), names), LIMIT).target(url).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void publicHostIsFound() throws Exception {
        assertEquals("8.8.8.8", target(WebhookFixtures::names, "https://erp.example/hook").address().getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://inner.example/", "https://both.example/", "https://unknown.example/", "https://empty.example/",
            "https://127.0.0.1/", "https://[::1]/",
            "https://10.0.0.1/", "https://erp.example:22/", "https://inner.example:8443/", "http://unknown.example/"})
    void refusalIsOneForAllAndTakesTheWholeLimit(String url) {
        // Given
        long started = System.nanoTime();

        // When
        Throwable refused = assertThrows(ExecutionException.class, () -> target(WebhookFixtures::names, url)).getCause();

        // Then
        assertTrue(System.nanoTime() - started >= LIMIT.toNanos(), "answered before the limit");
        assertEquals("webhook-address-refused", assertInstanceOf(Rejected.class, refused).code());
        assertEquals(0, ((Rejected) refused).arguments().length);
        assertEquals(TargetGuard.refusal().getMessage(), refused.getMessage());
    }

    @Test
    void hostThatTakesTooLongIsRefusedLikeTheOthers() {
        // Given
        CountDownLatch test = new CountDownLatch(1);
        TargetGuard.Resolver slow = host -> {
            try {
                test.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[] {InetAddress.getByName("8.8.8.8")};
        };

        // When
        Throwable refused = assertThrows(ExecutionException.class, () -> target(slow, "https://erp.example/")).getCause();

        // Then
        test.countDown();
        assertEquals(TargetGuard.refusal().getMessage(), refused.getMessage());
    }

    @Test
    void whatIsNoWebAddressIsSaidToBeNone() {
        Throwable refused = assertThrows(ExecutionException.class,
                () -> target(WebhookFixtures::names, "https://user:password@erp.example/")).getCause();
        assertEquals("webhook-url-malformed", assertInstanceOf(InvalidInput.class, refused).code());
    }
}
