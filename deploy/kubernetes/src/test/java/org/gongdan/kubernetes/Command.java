package org.gongdan.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program that is run to its end. */
record Command(int exit, String output, String errors) {

    /** Where the chart, its examples and these tests lie; Maven runs tests there. */
    static final Path HERE = Path.of("").toAbsolutePath();
    static final Path ROOT = HERE.getParent().getParent();

    static Command run(String... line) {
        try {
            Path errors = java.nio.file.Files.createTempFile("errors", ".txt");
            Process process = new ProcessBuilder(List.of(line)).directory(HERE.toFile()).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            String said = java.nio.file.Files.readString(errors);
            java.nio.file.Files.delete(errors);
            return new Command(exit, output, said);
        } catch (IOException missing) {
            throw new IllegalStateException(line[0] + " cannot be run: deploy/install-test-tools installs it", missing);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    Command orFail() {
        if (exit != 0) {
            throw new AssertionError("ended with " + exit + ": " + output + errors);
        }
        return this;
    }
}
