package org.gongdan.testing;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * Leads to a machine of its own for a process, which can be lost without a word: a network namespace whose cable is pulled. Making one needs root, or
 * sudo without a password; containers may not have it.
 */
public final class Cable implements AutoCloseable {

    private static final long PID = ProcessHandle.current().pid();

    private final String machine = "gongdan-" + PID;
    private final String plug = "gd" + PID;
    /** A network of its own for each process, since modules are tested side by side. */
    private final String network = "10.%d.%d.".formatted(200 + PID / 256 % 50, PID % 256);
    private final File log;
    private final List<Process> running = new ArrayList<>();

    /** @param log takes what the commands and processes say */
    public Cable(File log) {
        this.log = log;
    }

    /** Address of this machine at the cable. */
    public String here() {
        return network + "1";
    }

    /** Address of the machine at its other end. */
    public String there() {
        return network + "2";
    }

    /** @return false where no network namespace can be made */
    public boolean lay() {
        if (asRoot("ip", "netns", "add", machine) != 0) {
            return false;
        }
        String far = plug + "n";
        must("ip", "link", "add", plug, "type", "veth", "peer", "name", far);
        must("ip", "link", "set", far, "netns", machine);
        must("ip", "addr", "add", here() + "/30", "dev", plug);
        must("ip", "link", "set", plug, "up");
        must("ip", "-n", machine, "addr", "add", there() + "/30", "dev", far);
        must("ip", "-n", machine, "link", "set", far, "up");
        return true;
    }

    /** Runs a program on the other machine until this is closed. */
    public void run(String... command) {
        List<String> there = new ArrayList<>(List.of("ip", "netns", "exec", machine));
        there.addAll(List.of(command));
        running.add(start(there.toArray(String[]::new)));
    }

    public void pull() {
        must("ip", "link", "set", plug, "down");
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
        asRoot("ip", "netns", "delete", machine);
    }

    private void must(String... command) {
        if (asRoot(command) != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed, see " + log);
        }
    }

    private int asRoot(String... command) {
        try {
            return start(command).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(String... command) {
        List<String> whole = new ArrayList<>();
        if (!System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("sudo", "-n"));
        }
        whole.addAll(List.of(command));
        try {
            return new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log)).start();
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + whole, e);
        }
    }
}
