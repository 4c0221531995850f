package dev.cordon.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The folder that keeps the data of the embedded server from one start to the next, held by one Java process at a time.
 * The operating system gives the lock back however that process ends.
 */
final class DataFolder {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws IllegalStateException if another process holds it
     */
    static DataFolder claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path lockFile = folder.resolve("lock");
        FileChannel channel = FileChannel.open(
                lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "The data folder " + folder.toAbsolutePath() + " is in use by another "
                            + "running Cordon. Stop that one, or name another folder with -Dcordon.database.embedded.folder=...");
        }
        // A shutdown hook outlives every class loader of a live reload; without it the lock would be collected.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> release(lock), "release " + lockFile));
        return new DataFolder(folder);
    }

    /** The server's own folder, after ending a server that a killed process left behind. */
    Path readyForServer() throws IOException {
        Path data = folder.resolve("postgres");
        Optional<ProcessHandle> orphan = serverOf(data);
        if (orphan.isPresent()) {
            end(orphan.get());
        }
        // The lock above says who uses the folder; what a killed server left of its own says nothing any more.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        return data;
    }

    private static Optional<ProcessHandle> serverOf(Path data) throws IOException {
        Path processFile = data.resolve("postmaster.pid");
        if (!Files.exists(processFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(processFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static void end(ProcessHandle server) throws IOException {
        server.destroy();
        if (!hasEnded(server)) {
            server.destroyForcibly();
        }
        if (!hasEnded(server)) {
            throw new IOException("A server left behind, process " + server.pid() + ", could not be stopped");
        }
    }

    private static boolean hasEnded(ProcessHandle server) throws IOException {
        try {
            server.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IOException("Waiting for process " + server.pid() + " to end failed", failure);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException alreadyGone) {
            // The process ends anyway, and the lock with it.
        }
    }
}
