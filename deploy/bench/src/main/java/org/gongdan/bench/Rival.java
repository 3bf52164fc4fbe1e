package org.gongdan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An alternative as a process: started with our own class path, told what to do by lines, killed. */
final class Rival implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final double seconds;
    private final String[] ready;

    private Rival(Process process, long begin) throws IOException {
        this.process = process;
        this.answers = process.inputReader();
        this.commands = new PrintStream(process.getOutputStream(), true);
        this.ready = answer("READY");
        this.seconds = (System.nanoTime() - begin) / 1e9;
    }

    /** Returns when it is ready. */
    static Rival start(Class<?> main, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx3g", "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp",
                        System.getProperty("java.class.path"), main.getName()));
        line.addAll(List.of(arguments));
        long begin = System.nanoTime();
        return new Rival(new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start(), begin);
    }

    /** From the start of the JVM until it was ready. */
    double seconds() {
        return seconds;
    }

    long timers() {
        return Long.parseLong(ready[1]);
    }

    long heapMebibytes() {
        return Long.parseLong(ready[2]);
    }

    /** @return how many it has scheduled, as soon as it has */
    long tell(String command) throws IOException {
        commands.println(command);
        return Long.parseLong(answer("SCHEDULED")[1]);
    }

    private String[] answer(String wanted) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(wanted + " ")) {
                return line.split(" ");
            }
        }
        throw new IOException("it ended");
    }

    /** kill -9. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
