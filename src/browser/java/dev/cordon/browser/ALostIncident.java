package dev.cordon.browser;

import dev.cordon.access.Role;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.GraphQL;

/** A restricted incident whose only member is no longer enabled: nobody can open it. */
final class ALostIncident {
    private ALostIncident() {}

    static AnIncident open() {
        String lastMember = Database.newcomer(Role.COMMITTEE);
        AnIncident incident = AnIncident.reported().open();
        incident.tried(GraphQL.as(lastMember), "restrictIncident", "restricted", true)
                .succeeds();
        Database.run(Database.OWNER, "update person set disabled_at = now() where handle = ?", lastMember);
        return incident;
    }
}
