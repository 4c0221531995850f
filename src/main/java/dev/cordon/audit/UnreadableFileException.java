package dev.cordon.audit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file the verifier was given cannot be read. Its message names the file and the reason. */
final class UnreadableFileException extends RuntimeException {
    UnreadableFileException(Path file, String reason) {
        super(file + " cannot be read: " + reason + ".");
    }

    UnreadableFileException(Path file, IOException failure) {
        this(file, reason(failure));
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "the system does not allow it";
        }
        return failure instanceof CharacterCodingException
                ? "it is not text in UTF-8"
                : failure.getClass().getSimpleName() + " " + failure.getMessage();
    }
}
