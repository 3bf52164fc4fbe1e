package org.gongdan.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/walkthrough.md tells a newcomer to type does what it says. */
@OnPlatform
class WalkthroughJourney {
    private static final Pattern BLOCK = Pattern.compile("^```bash\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Path PAGE = Path.of("../../docs/walkthrough.md");
    private static final Path OUTPUT = Path.of("target/walkthrough.txt");

    private final Play play;

    WalkthroughJourney(Play play) {
        this.play = play;
    }

    @Test
    @Timeout(300)
    void everyBlockOfThePageRuns() throws IOException, InterruptedException {
        // Given
        var script = BLOCK.matcher(Files.readString(PAGE)).results().map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^```.*$", ""))
                .collect(Collectors.joining("\n"));

        // When
        var bash = new ProcessBuilder("bash", "-c", onOurPorts(script)).redirectErrorStream(true).redirectOutput(OUTPUT.toFile()).start();

        // Then
        assertTrue(ended(bash), () -> "still running: " + output());
        assertEquals(0, bash.exitValue(), WalkthroughJourney::output);
        assertTrue(output().contains("RESOLUTION_24H MET") && output().contains("EXPECTED_TIME MET") && output().contains("VisitSigned"),
                WalkthroughJourney::output);
    }

    /** One that asks on and on with the agent's password would lock others out: Keycloak refuses two sign-ins of a user at once. */
    private static boolean ended(Process bash) throws InterruptedException {
        if (bash.waitFor(240, TimeUnit.SECONDS)) {
            return true;
        }
        bash.descendants().forEach(ProcessHandle::destroyForcibly);
        bash.destroyForcibly();
        return false;
    }

    /** The page tells the demo's ports. */
    private String onOurPorts(String script) {
        var platform = play.platform;
        return script.replace("http://localhost:8080", platform.gateway()).replace("http://localhost:8180/realms/gongdan", platform.realm())
                .replace("http://localhost:13080", platform.mails());
    }

    private static String output() {
        try {
            return Files.readString(OUTPUT);
        } catch (IOException e) {
            throw new AssertionError("no output", e);
        }
    }
}
