package dev.cordon.chaos;

import dev.cordon.access.Role;
import dev.cordon.access.Secret;
import dev.cordon.testing.ExternalDatabase;
import java.util.List;
import java.util.UUID;

/** Makes people, each with a token that may do everything, behind the application's back. */
final class People {
    private final ExternalDatabase database;

    People(ExternalDatabase database) {
        this.database = database;
    }

    Caller add(String handle, Role role) {
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
}
