package dev.cordon.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code audit-verify}: reads an exported log, heads and public keys from files and says what it found. It needs
 * no database and starts no server.
 */
public final class AuditVerifyCommand {
    public static final String NAME = "audit-verify";

    private static final int INTACT = 0;
    private static final int NOT_INTACT = 1;
    private static final int NOT_CHECKED = 2;

    private static final String USAGE = """
            Usage: java -jar quarkus-run.jar audit-verify <log.jsonl> <heads.jsonl> <public-key.pem>
            Ends with 0 if the log is intact, 1 if it is not, 2 if it could not be checked.""";

    private AuditVerifyCommand() {}

    /** Verifies; answers the exit code. */
    public static int run(List<String> files, PrintStream out) {
        if (files.size() != 3) {
            out.println(USAGE);
            return NOT_CHECKED;
        }
        try {
            PublicKeys keys = keys(Path.of(files.get(2)));
            Verdict verdict = verify(Path.of(files.get(0)), Path.of(files.get(1)), keys);
            verdict.remarks().forEach(out::println);
            verdict.findings().forEach(out::println);
            out.println(verdict.isIntact() ? "The log is intact." : "The log is NOT intact.");
            return verdict.isIntact() ? INTACT : NOT_INTACT;
        } catch (UnreadableFileException unreadable) {
            out.println(unreadable.getMessage());
            return NOT_CHECKED;
        }
    }

    private static PublicKeys keys(Path file) {
        try {
            return PublicKeys.parse(Files.readString(file));
        } catch (IOException failure) {
            throw new UnreadableFileException(file, failure);
        } catch (IllegalArgumentException noKey) {
            throw new UnreadableFileException(file, noKey.getMessage());
        }
    }

    private static Verdict verify(Path log, Path heads, PublicKeys keys) {
        try (FileLines rows = new FileLines(log);
                FileLines signed = new FileLines(heads)) {
            return AuditVerifier.verify(rows, signed, keys);
        }
    }
}
