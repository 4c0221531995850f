package dev.cordon.database;

/** Cordon was given a database role that row-level security does not hold. It refuses to start. */
public final class WrongDatabaseRoleException extends RuntimeException {
    WrongDatabaseRoleException(String objection) {
        super(
                "Cordon refuses to start: the database role " + objection + ", so row-level security would not hold. "
                        + "Connect as cordon_app (the sweep as cordon_sweep, the sealer as cordon_seal, the sender as cordon_notice), made as in db/roles.sql.");
    }
}
