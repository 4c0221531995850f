package dev.cordon.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The start-up test of the roles Cordon connects as: row-level security holds only for a role that owns nothing, is no
 * superuser and may not bypass it, nor become a role that may ({@code set role}). Any other is refused, because with it
 * every row would be visible to everybody.
 */
@ApplicationScoped
public class RoleCheck {
    private static final String QUESTION = """
            select current_user as name, bool_or(r.rolsuper) as superuser, bool_or(r.rolbypassrls) as bypasses,
                   bool_or(r.rolcreaterole) as creates_roles,
                   exists (select from pg_class c where pg_has_role(current_user, c.relowner, 'member')
                                                    and c.relname = 'incident' and c.relkind = 'r') as owns
            from pg_roles r where pg_has_role(current_user, r.oid, 'member')
            """;

    private final AgroalDataSource application;
    private final AgroalDataSource sweep;
    private final AgroalDataSource seal;
    private final AgroalDataSource notice;

    RoleCheck(
            AgroalDataSource application,
            @DataSource("sweep") AgroalDataSource sweep,
            @DataSource("seal") AgroalDataSource seal,
            @DataSource("notice") AgroalDataSource notice) {
        this.application = application;
        this.sweep = sweep;
        this.seal = seal;
        this.notice = notice;
    }

    void verifyBeforeAnythingIsServed(@Observes @Priority(1) StartupEvent start) throws SQLException {
        for (AgroalDataSource source : new AgroalDataSource[] {application, sweep, seal, notice}) {
            try (Connection connection = source.getConnection()) {
                verify(connection);
            }
        }
    }

    /**
     * Passes when the connection's role is held by row-level security.
     *
     * @throws WrongDatabaseRoleException naming the role and what is wrong with it
     */
    public static void verify(Connection connection) {
        new Rows(connection)
                .list(QUESTION, RoleCheck::objection).stream()
                        .filter(objection -> !objection.isEmpty())
                        .findFirst()
                        .ifPresent(objection -> {
                            throw new WrongDatabaseRoleException(objection);
                        });
    }

    private static String objection(Row role) throws SQLException {
        String name = role.text("name");
        if (role.flag("superuser")) {
            return name + " is a superuser";
        }
        if (role.flag("bypasses")) {
            return name + " may bypass row-level security";
        }
        if (role.flag("creates_roles")) {
            return name + " may create roles";
        }
        return role.flag("owns") ? name + " owns Cordon's tables" : "";
    }
}
