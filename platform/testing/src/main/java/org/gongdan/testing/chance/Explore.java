package org.gongdan.testing.chance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a module's properties with new seeds until its time is over ({@code deploy/explore}) and ends with 1 when any of them fails.
 * Arguments: folder of the module, minutes, a first seed or nothing.
 */
public final class Explore {

    private static final int ENOUGH = 3;

    private final List<String> properties = new ArrayList<>();
    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private int rounds;

    private Explore() {
    }

    /** Called by {@code deploy/explore}. */
    public static void main(String... arguments) {
        Path module = Path.of(arguments[0]);
        Duration time = Duration.ofSeconds(Math.round(Double.parseDouble(arguments[1]) * 60));
        long first = arguments.length > 2 && !arguments[2].isBlank() ? Long.parseLong(arguments[2]) : new SplittableRandom().nextLong();
        Explore explore = new Explore();
        explore.run(module, time, first);
        explore.report(module);
        System.exit(explore.found.isEmpty() ? 0 : 1);
    }

    private void run(Path module, Duration time, long first) {
        SplittableRandom seeds = new SplittableRandom(first);
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder().enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false).build());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(module.resolve("target/test-classes")))
                        .toArray(ClasspathRootSelector[]::new))
                .filters(EngineFilter.includeEngines("jqwik"))
                .configurationParameter("jqwik.database", module.resolve("target/jqwik-explored").toString()).build();
        long end = System.nanoTime() + time.toNanos();
        while (rounds == 0 || System.nanoTime() < end) {
            long seed = seeds.nextLong();
            System.setProperty(Seeds.SETTING, Long.toString(seed));
            launcher.execute(request, new Listener(seed));
            rounds++;
        }
    }

    private void report(Path module) {
        System.out.println("explored %s: %d properties, %d rounds, %d tries, %d properties failed".formatted(module, properties.size(),
                rounds, Seeds.TRIES.get(), found.size()));
        found.forEach((property, seeds) -> System.out
                .println("failed: %s with -D%s=%s".formatted(property, Seeds.SETTING, String.join(", ", seeds))));
    }

    private final class Listener implements TestExecutionListener {

        private final long seed;

        Listener(long seed) {
            this.seed = seed;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (!test.isTest()) {
                return;
            }
            String property = test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                    .map(source -> source.getClassName() + "#" + source.getMethodName()).orElse(test.getUniqueId());
            if (rounds == 0) {
                properties.add(property);
            }
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                List<String> seeds = found.computeIfAbsent(property, any -> new ArrayList<>());
                if (seeds.size() < ENOUGH) {
                    seeds.add(Long.toString(seed));
                    System.out.println("%s failed with seed %d: %s".formatted(property, seed,
                            result.getThrowable().map(Throwable::toString).orElse("")));
                }
            }
        }
    }
}
