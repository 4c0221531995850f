package dev.cordon.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cordon starts only as a role that row-level security holds (R4). */
@QuarkusTest
class RoleCheckTest {
    private static final String MADE_UP = "throwaway_role";

    @ParameterizedTest
    @ValueSource(strings = {Database.APPLICATION, Database.SWEEP, Database.SEAL})
    void theRolesOfTheApplicationPass(String role) throws SQLException {
        try (Connection connection = Database.connect(role)) {
            assertThatCode(() -> RoleCheck.verify(connection)).doesNotThrowAnyException();
        }
    }

    @Test
    void aSuperuserIsRefused() throws SQLException {
        assertRefused(Database.SUPERUSER, "is a superuser");
    }

    @Test
    void theOwnerOfTheTablesIsRefused() throws SQLException {
        assertRefused(Database.OWNER, "owns Cordon's tables");
    }

    @ParameterizedTest
    @CsvSource({
        "bypassrls, may bypass row-level security",
        "createrole, may create roles",
        "superuser, is a superuser",
        "in role cordon_owner, owns Cordon's tables"
    })
    void aRoleThatCouldPassRowLevelSecurityIsRefused(String attribute, String objection) throws SQLException {
        Database.run(Database.SUPERUSER, "create role " + MADE_UP + " login " + attribute);
        try {
            assertRefused(MADE_UP, objection);
        } finally {
            Database.run(Database.SUPERUSER, "drop role " + MADE_UP);
        }
    }

    /** It need only say {@code set role}. */
    @ParameterizedTest
    @CsvSource({"bypassrls, may bypass row-level security", "createrole, may create roles", "superuser, is a superuser"
    })
    void aRoleThatCouldBecomeOneIsRefused(String attribute, String objection) throws SQLException {
        Database.run(Database.SUPERUSER, "create role throwaway_group nologin " + attribute);
        Database.run(Database.SUPERUSER, "create role " + MADE_UP + " login in role throwaway_group");
        try {
            assertRefused(MADE_UP, objection);
        } finally {
            Database.run(Database.SUPERUSER, "drop role " + MADE_UP + ", throwaway_group");
        }
    }

    @Test
    void aPlainRolePasses() throws SQLException {
        Database.run(Database.SUPERUSER, "create role " + MADE_UP + " login");
        try (Connection connection = Database.connect(MADE_UP)) {
            assertThatCode(() -> RoleCheck.verify(connection)).doesNotThrowAnyException();
        } finally {
            Database.run(Database.SUPERUSER, "drop role " + MADE_UP);
        }
    }

    private static void assertRefused(String role, String objection) throws SQLException {
        try (Connection connection = Database.connect(role)) {
            assertThatThrownBy(() -> RoleCheck.verify(connection))
                    .isInstanceOf(WrongDatabaseRoleException.class)
                    .hasMessageContaining("the database role " + role + " " + objection)
                    .hasMessageContaining(
                            "Connect as cordon_app (the sweep as cordon_sweep, the sealer as cordon_seal, the sender as cordon_notice)")
                    .hasMessageContaining("db/roles.sql");
        }
    }
}
