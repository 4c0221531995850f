package dev.cordon.access;

import dev.cordon.database.DatabaseTime;
import dev.cordon.database.Rows;
import dev.cordon.database.Together;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction begins: with one statement, which goes to the database together with the first queries where those need not know who
 * asks.
 */
final class Start {
    private final Rows rows;
    private final DatabaseTime time;
    private final @Nullable Credential credential;
    private final Scope scope;
    private @Nullable Beginning beginning;
    private @Nullable Instant now;

    /**
     * Nothing happens yet.
     *
     * @param credential what they came by; none begins as nobody
     * @param scope what their means must allow
     */
    Start(Rows rows, DatabaseTime time, @Nullable Credential credential, Scope scope) {
        this.rows = rows;
        this.time = time;
        this.credential = credential;
        this.scope = scope;
    }

    /** Who asks; begins with that if it must. */
    Viewer viewer() {
        return begun().viewer();
    }

    /** What the database's clock said; begins with that if it must. */
    Instant now() {
        begun();
        return now;
    }

    /** Begins with these queries, unless it has begun. They are not read if whoever asks is refused. */
    void with(Together together) {
        if (beginning == null) {
            Beginning.ask(together, credential, this::begin);
        }
    }

    /** Keeps that the credential was used, if it was: here, which may be after the transaction. */
    void keepUse(Rows where) {
        if (beginning != null) {
            beginning.seeAt(now, where);
        }
    }

    private Beginning begun() {
        if (beginning == null) {
            Together alone = rows.together();
            with(alone);
            alone.read();
        }
        return beginning;
    }

    private void begin(Beginning found) {
        Instant clock = time.of(found.clock());
        found.admitAt(clock);
        found.viewer().mustHave(scope);
        now = clock;
        beginning = found;
    }
}
