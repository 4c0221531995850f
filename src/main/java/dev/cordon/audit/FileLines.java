package dev.cordon.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a file, one at a time: a log may be larger than memory. Fails with {@link UnreadableFileException} alone. */
final class FileLines implements Iterator<String>, AutoCloseable {
    private final Path file;
    private final BufferedReader reader;
    private @Nullable String next;

    FileLines(Path file) {
        this.file = file;
        try {
            reader = Files.newBufferedReader(file);
        } catch (IOException failure) {
            throw new UnreadableFileException(file, failure);
        }
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public String next() {
        String line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        advance();
        return line;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw new UnreadableFileException(file, failure);
        }
    }

    private void advance() {
        try {
            next = reader.readLine();
        } catch (IOException failure) {
            throw new UnreadableFileException(file, failure);
        }
    }
}
