package dev.cordon.console;

import io.quarkus.runtime.LaunchMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All files of the console, in memory. Which there are stands in {@code console/files.txt}, since a native image cannot
 * list a folder: one a line, those of a library with the resource they are.
 */
final class ConsoleFiles {
    static final String FOLDER = "console/";
    static final String LIST = FOLDER + "files.txt";

    private final Map<String, ConsoleFile> files = new TreeMap<>();
    private final String buildId;

    private ConsoleFiles() {
        ByteArrayOutputStream everything = new ByteArrayOutputStream();
        everything.writeBytes(read(FOLDER + Shell.FILE));
        new String(read(LIST), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    String[] nameAndResource = line.split(" = ");
                    String name = nameAndResource[0].trim();
                    byte[] content = read(nameAndResource.length > 1 ? nameAndResource[1].trim() : FOLDER + name);
                    files.put(name, ConsoleFile.of(name, content));
                    everything.writeBytes(name.getBytes(StandardCharsets.UTF_8));
                    everything.writeBytes(content);
                });
        buildId = Digest.of(everything.toByteArray()).text();
    }

    /** @throws IllegalStateException if a file of the list is not there */
    static ConsoleFiles load() {
        return new ConsoleFiles();
    }

    /** Names exactly these contents, so that every replica of a build has the same. */
    String buildId() {
        return buildId;
    }

    Optional<ConsoleFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** A resource; in dev mode as it was last saved, even if it was not there when Cordon started. */
    static byte[] read(String resource) {
        Path saved = Path.of("src", "main", "resources").resolve(resource);
        boolean isDeveloped = LaunchMode.current() == LaunchMode.DEVELOPMENT && Files.exists(saved);
        try (InputStream stream = isDeveloped ? Files.newInputStream(saved) : packaged(resource)) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream packaged(String resource) {
        InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("The console lacks the resource " + resource + ": see " + LIST);
        }
        return stream;
    }
}
