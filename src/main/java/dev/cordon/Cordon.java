package dev.cordon;

import dev.cordon.audit.AuditVerifyCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/**
 * Where the program begins. The offline verifier of the audit log comes first: it needs no server and no database.
 *
 * <p>Until there is a sign-in, only dev mode and tests have a way to tell who is asking; anywhere else Cordon refuses to
 * start before it touches the database, because it could only show nothing to everybody or everything to anybody.
 */
@QuarkusMain
public final class Cordon {
    /** By name, because the package does not contain it. */
    private static final String SAMPLE_SIGN_IN = "dev.cordon.samples.SampleSignIn";

    private static final String REFUSAL = """
            Cordon refuses to start in production mode: it has no sign-in yet, so it could not tell who is asking.
            Sample people who sign in by a header exist in dev mode only and are not part of this package.
            To try Cordon, run ./mvnw quarkus:dev in its sources.""";

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(AuditVerifyCommand.NAME)) {
            List<String> files = List.of(arguments).subList(1, arguments.length);
            System.exit(AuditVerifyCommand.run(files, System.out));
        }
        if (!canTellWhoIsAsking()) {
            System.err.println(REFUSAL);
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    private static boolean canTellWhoIsAsking() {
        try {
            Class.forName(SAMPLE_SIGN_IN, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
