package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SeedsTest {

    private static final String SETTING = "gongdan.test.seed";
    private static final List<Long> DRAWN = new ArrayList<>();

    /** Not run by the build but by the tests below: its name ends otherwise. */
    static class Sampled {

        @Property(tries = 30)
        void draws(@ForAll long sample) {
            DRAWN.add(sample);
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty(SETTING);
    }

    @Test
    void aPropertyDrawsTheSameSamplesEachTime() {
        // Given
        List<Long> first = draw();

        // When
        List<Long> again = draw();

        // Then
        assertEquals(30, first.size());
        assertEquals(first, again);
    }

    @Test
    void anotherSeedDrawsOtherSamplesAndTheSameOnesWhenItIsGivenAgain() {
        // Given
        List<Long> usual = draw();
        System.setProperty(SETTING, "4711");

        // When
        List<Long> other = draw();

        // Then
        assertNotEquals(usual, other);
        assertEquals(other, draw());
    }

    private static List<Long> draw() {
        DRAWN.clear();
        LauncherFactory.create(LauncherConfig.builder().enableLauncherSessionListenerAutoRegistration(false).build())
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Sampled.class)).filters(EngineFilter.includeEngines("jqwik"))
                        .configurationParameter("jqwik.database", "target/jqwik-database")
                        .configurationParameter("jqwik.reporting.onlyfailures", "true").build());
        return List.copyOf(DRAWN);
    }
}
