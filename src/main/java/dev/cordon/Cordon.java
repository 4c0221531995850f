package dev.cordon;

import dev.cordon.audit.AuditVerifyCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/**
 * Where the program begins. The offline verifier of the audit log comes first: it needs no server and no database. What a
 * package refuses to start with is in {@code signin.ProductionCheck}.
 */
@QuarkusMain
public final class Cordon {
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(AuditVerifyCommand.NAME)) {
            List<String> files = List.of(arguments).subList(1, arguments.length);
            System.exit(AuditVerifyCommand.run(files, System.out));
        }
        Quarkus.run(null, new Ending().holdingTheSignal(), arguments);
    }
}
