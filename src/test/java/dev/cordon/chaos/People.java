package dev.cordon.chaos;

import dev.cordon.access.Role;
import dev.cordon.access.Secret;
import dev.cordon.testing.ExternalDatabase;
import java.util.List;
import java.util.UUID;

/** Makes people, each with a token that may do everything, behind the application's back. */
public final class People {
    private final ExternalDatabase database;

    public People(ExternalDatabase database) {
        this.database = database;
    }

    public Caller add(String handle, Role role) {
        UUID id = UUID.randomUUID();
        Secret token = Secret.random(Secret.TOKEN);
        database.update("insert into person (id, handle, name, role) values (?, ?, ?, ?)", id, handle, handle, role);
        database.update(
                "insert into api_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)"
                        + " values (?, ?, ?, 'chaos', ?, now(), now() + interval '1 day')",
                UUID.randomUUID(),
                token.hash(),
                id,
                List.of("READ", "CHANGE", "REPORT"));
        return new Caller(handle, token.text());
    }

    /** One who is told by mail. */
    public Caller addMailed(String handle, Role role) {
        Caller person = add(handle, role);
        database.update(
                "insert into channel_choice (person_id, mail_address, channels, changed_at)"
                        + " select id, handle || '@example.org', array['MAIL'], now() from person where handle = ?",
                handle);
        return person;
    }

    /** The same person by a session: what a token records stops no clock. */
    public Caller signIn(Caller person) {
        Secret session = Secret.random(Secret.SESSION);
        database.update(
                "insert into session (id, secret_hash, person_id, began_at, seen_at, idle, ends_at, expires_at)"
                        + " select ?, ?, p.id, now(), now(), interval '1 day', now() + interval '1 day', now() + interval '1 day'"
                        + " from person p where p.handle = ?",
                UUID.randomUUID(),
                session.hash(),
                person.name());
        return new Caller(person.name(), session.text());
    }
}
