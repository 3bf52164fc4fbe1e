package org.gongdan.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Fills a folder once per recipe, also when several stacks start at the same time in several processes. */
final class Once {
    /** A file lock says nothing to threads of the process that holds it. */
    private static final ConcurrentMap<Path, Object> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    @FunctionalInterface
    interface Work {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    private Once() {
    }

    /** The recipe is remembered beside the content only when the work succeeded; another recipe replaces the folder. */
    static void create(Path folder, String recipe, Work work) throws IOException {
        Files.createDirectories(folder.getParent());
        var lock = folder.resolveSibling(folder.getFileName() + ".lock");
        synchronized (IN_THIS_PROCESS.computeIfAbsent(folder, any -> new Object())) {
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var held = channel.lock()) {
                var stamp = folder.resolve(".recipe");
                if (Files.exists(stamp) && Files.readString(stamp).equals(recipe)) {
                    return;
                }
                Layout.deleteTree(folder);
                Files.createDirectories(folder);
                work.fill(folder);
                Files.writeString(stamp, recipe);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Preparing " + folder + " was interrupted.", e);
            }
        }
    }
}
