package dev.cordon.access;

import dev.cordon.database.Row;
import dev.cordon.database.Rows;
import dev.cordon.database.Together;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one statement a transaction begins with: it looks the credential up, sets the actor and their role for row-level security and
 * returns the database's time.
 */
record Beginning(
        Viewer viewer,
        Instant clock,
        @Nullable Instant expiresAt,
        @Nullable Instant seenAt) {
    private static final String PERSON = """
            select set_config('cordon.actor', coalesce(p.id::text, ''), true), set_config('cordon.role', coalesce(p.role, 'NOBODY'), true),
                   clock_timestamp() as clock, p.id, p.handle, p.name, p.role, p.machine,
            """;
    private static final String WITHOUT_ROW =
            " null::uuid as credential_id, null::timestamptz as expires_at, null::timestamptz as seen_at, null::text[] as scopes ";

    private static final String AS_NOBODY =
            "select set_config('cordon.actor', '', true), set_config('cordon.role', 'NOBODY', true), clock_timestamp() as clock,"
                    + " null::uuid as id,";
    private static final String NOBODY = AS_NOBODY + WITHOUT_ROW;
    private static final String BY_NAME =
            PERSON + WITHOUT_ROW + "from (select) nobody left join person p on p.handle = ? and p.disabled_at is null";
    private static final String BY_SUBJECT = PERSON + WITHOUT_ROW + """
            from (select) nobody left join (provider_identity c join person p on p.id = c.person_id and p.disabled_at is null)
                 on c.issuer = ? and c.subject = ?
            """;
    private static final String BY_SESSION = PERSON + """
                   c.id as credential_id, c.expires_at, c.seen_at, null::text[] as scopes
            from (select) nobody left join (session c join person p on p.id = c.person_id and p.disabled_at is null)
                 on c.secret_hash = ? and c.ended_at is null
            """;
    private static final String BY_TOKEN = PERSON + """
                   c.id as credential_id, c.expires_at, c.seen_at, c.scopes
            from (select) nobody left join (api_token c join person p on p.id = c.person_id and p.disabled_at is null)
                 on c.secret_hash = ? and c.revoked_at is null
            """;
    private static final String BY_LINK = AS_NOBODY + """
                   set_config('cordon.link', coalesce(c.id::text, ''), true), c.id as credential_id,
                   null::timestamptz as expires_at, null::timestamptz as seen_at, null::text[] as scopes
            from (select reporter_link_of(?) as id) c
            """;

    private static final String BY_CALENDAR = PERSON + """
                   c.id as credential_id, null::timestamptz as expires_at, null::timestamptz as seen_at, '{READ}'::text[] as scopes
            from (select) nobody left join (calendar_address_of(?) c join person p on p.id = c.person_id and p.disabled_at is null)
                 on true
            """;

    // Whoever holds the row's lock is about to say the same: a request never waits for this.
    private static final String SESSION_SEEN = """
            update session set seen_at = ?, expires_at = least(ends_at, ?::timestamptz + idle)
            where id = (select id from session where id = ? and ended_at is null for update skip locked)
            """;
    private static final String TOKEN_SEEN =
            "update api_token set seen_at = ? where id = (select id from api_token where id = ? for update skip locked)";

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    /**
     * Adds to these queries what begins as whoever the credential stands for, or as nobody without one.
     *
     * @param use gets it; nothing of what is asked after it is read before
     * @throws NotSignedInException when it is read, if the credential stands for nobody
     * @throws PersonNotFoundException if a handle was given that no enabled person has
     */
    static void ask(Together together, @Nullable Credential credential, Consumer<Beginning> use) {
        How how = How.of(credential);
        together.ask(how.sql, row -> of(row, how.means), found -> use.accept(how.known(found.get(0))), how.values);
    }

    /** Refuses what has expired at this instant. */
    void admitAt(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw NotSignedInException.by(viewer.means());
        }
    }

    /** Keeps when the credential was last used. */
    void seeAt(Instant now, Rows rows) {
        boolean seenLately = seenAt != null && seenAt.isAfter(now.minus(SEEN_EVERY));
        if (viewer.means() == Means.SESSION && !seenLately) {
            rows.update(SESSION_SEEN, now, now, viewer.credentialId());
        }
        if (viewer.means() == Means.TOKEN && !seenLately) {
            rows.update(TOKEN_SEEN, now, viewer.credentialId());
        }
    }

    private static Beginning of(Row row, @Nullable Means means) throws SQLException {
        return new Beginning(
                viewer(row, means),
                row.instant("clock"),
                row.instantOrNull("expires_at"),
                row.instantOrNull("seen_at"));
    }

    private static Viewer viewer(Row row, @Nullable Means means) throws SQLException {
        UUID credential = row.uuidOrNull("credential_id");
        if (means == Means.LINK && credential != null) {
            return Viewer.byLink(credential);
        }
        if (row.uuidOrNull("id") == null) {
            return Viewer.NOBODY;
        }
        return new Viewer(
                row.uuid("id"),
                row.text("handle"),
                row.text("name"),
                row.constant(Role.class, "role"),
                row.flag("machine") || isOfPrograms(means),
                means,
                credential,
                isOfPrograms(means) ? scopes(row) : Viewer.EVERYTHING);
    }

    private static boolean isOfPrograms(@Nullable Means means) {
        return means == Means.TOKEN || means == Means.CALENDAR;
    }

    private static Set<Scope> scopes(Row row) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        row.texts("scopes").forEach(scope -> scopes.add(Scope.valueOf(scope)));
        return scopes;
    }

    /** How one kind of credential is looked up. */
    private record How(String sql, @Nullable Means means, Object... values) {
        static How of(@Nullable Credential credential) {
            if (credential == null) {
                return new How(NOBODY, null);
            }
            if (credential instanceof Credential.Session session) {
                return new How(BY_SESSION, Means.SESSION, session.secret().hash());
            }
            if (credential instanceof Credential.Token token) {
                return new How(BY_TOKEN, Means.TOKEN, token.secret().hash());
            }
            if (credential instanceof Credential.Link link) {
                return new How(BY_LINK, Means.LINK, link.secret().hash());
            }
            if (credential instanceof Credential.Calendar calendar) {
                return new How(BY_CALENDAR, Means.CALENDAR, calendar.secret().hash());
            }
            if (credential instanceof Credential.Subject subject) {
                return new How(BY_SUBJECT, Means.PROVIDER, subject.issuer(), subject.subject());
            }
            if (credential instanceof Credential.Stranger) {
                throw NotSignedInException.by(Means.PROVIDER);
            }
            return ofHandle(((Credential.Name) credential).handle());
        }

        private static How ofHandle(String handle) {
            if (!Storable.is(handle)) {
                throw new PersonNotFoundException(handle);
            }
            return new How(BY_NAME, Means.NAME, handle);
        }

        Beginning known(Beginning found) {
            if (means == null || found.viewer.means() != null) {
                return found;
            }
            throw means == Means.NAME
                    ? new PersonNotFoundException((String) values[0])
                    : NotSignedInException.by(means);
        }
    }
}
