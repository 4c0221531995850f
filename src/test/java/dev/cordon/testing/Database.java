package dev.cordon.testing;

import dev.cordon.access.Role;
import dev.cordon.database.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The tests' own way into the database, past the application: as its owner, as the roles Cordon connects as, as a superuser. */
public final class Database {
    public static final String OWNER = "cordon_owner";
    public static final String APPLICATION = "cordon_app";
    public static final String SWEEP = "cordon_sweep";
    public static final String SEAL = "cordon_seal";
    public static final String NOTICE = "cordon_notice";
    public static final String SUPERUSER = "postgres";
    static final String PASSWORD = "embedded";

    private Database() {}

    /** A connection of its own, not in a transaction. */
    public static Connection connect(String role) throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url, role, PASSWORD);
    }

    /** Does something as a role, and keeps it. */
    public static <T> T as(String role, Function<Rows, T> work) {
        try (Connection connection = connect(role)) {
            return work.apply(new Rows(connection));
        } catch (SQLException failure) {
            throw new AssertionError("The database cannot be reached as " + role, failure);
        }
    }

    /** Does something as the application does it for this person, or for nobody, and takes it back. */
    public static <T> T asApplication(@Nullable String handle, Function<Rows, T> work) {
        return asActor(APPLICATION, handle == null ? "" : idOf(handle), work);
    }

    /** Does something with this actor set, and their role, and takes it back. */
    public static <T> T asActor(String role, String actor, Function<Rows, T> work) {
        try (Connection connection = connect(role)) {
            connection.setAutoCommit(false);
            try {
                Rows rows = new Rows(connection);
                rows.first(
                        "select set_config('cordon.actor', ?, true), set_config('cordon.role', ?, true)",
                        row -> true,
                        actor,
                        roleOf(actor));
                return work.apply(rows);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new AssertionError("The database cannot be reached as " + role, failure);
        }
    }

    private static String roleOf(String actor) {
        return values("select role as value from person where id::text = ? and disabled_at is null", actor).stream()
                .findFirst()
                .orElse("NOBODY");
    }

    /** One statement as a role, kept. */
    public static int run(String role, String sql, @Nullable Object... parameters) {
        return as(role, rows -> rows.update(sql, parameters));
    }

    /** The column {@code value} of every row the owner finds. */
    public static List<String> values(String sql, @Nullable Object... parameters) {
        return as(OWNER, rows -> rows.list(sql, row -> row.text("value"), parameters));
    }

    /** The column {@code value} of the one row the owner finds. */
    public static String value(String sql, @Nullable Object... parameters) {
        return as(
                OWNER,
                rows -> rows.first(sql, row -> row.text("value"), parameters).orElseThrow());
    }

    /** The number by which the rows of an incident refer to it. */
    public static long incident(String reference) {
        return Long.parseLong(value("select id::text as value from incident where reference = ?", reference));
    }

    public static String idOf(String handle) {
        return value("select id::text as value from person where handle = ?", handle);
    }

    /** Somebody new of this role, whom no other test knows; answers their handle. */
    public static String newcomer(Role role) {
        String handle = "n" + UUID.randomUUID().toString().substring(0, 13);
        String sql = "insert into person (id, handle, name, role, sample) values (?, ?, ?, ?, true)";
        run(OWNER, sql, UUID.randomUUID(), handle, "Newcomer " + handle, role);
        return handle;
    }

    /** What was audited of accounts about a person, by whom and how: {@code signIn nobody}, {@code invitePerson olga NAME}. */
    public static List<String> auditedOf(String handle) {
        return values(
                "select concat_ws(' ', e.operation, coalesce(a.handle, 'nobody'), e.via) as value from audit_event e"
                        + " join person s on s.id = e.subject_id left join person a on a.id = e.actor_id"
                        + " where e.action = 'ACCOUNT' and s.handle = ? order by e.id",
                handle);
    }

    /** Adds a person to an incident behind the application's back. */
    public static void grant(String reference, String handle) {
        run(
                OWNER,
                "insert into access_grant (incident_id, restricted, person_id, granted_at)"
                        + " select i.id, i.restricted, p.id, now() from incident i, person p where i.reference = ? and p.handle = ?",
                reference,
                handle);
    }
}
