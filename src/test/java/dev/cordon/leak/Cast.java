package dev.cordon.leak;

import static dev.cordon.testing.Database.OWNER;

import dev.cordon.access.Role;
import dev.cordon.access.Secret;
import dev.cordon.samples.SampleSignIn;
import dev.cordon.testing.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody who asks, by the names the matrix gives them, with what they show of themselves. */
final class Cast {
    private static final String SESSION = "insert into session"
            + " (id, secret_hash, person_id, began_at, seen_at, idle, ends_at, expires_at, ended_at) values (?, ?, ?::uuid,"
            + " now() - interval '1 day', now(), '2 h', now() + interval '9 h', now() + ?::interval, now() + ?::interval)";
    private static final String TOKEN = "insert into api_token"
            + " (id, secret_hash, person_id, name, scopes, created_at, expires_at, revoked_at)"
            + " values (?, ?, ?::uuid, 'of the matrix', ?, now(), now() + ?::interval, now() + ?::interval)";
    private static final String LINK =
            "insert into reporter_link (id, secret_hash, incident_id, restricted, created_at, revoked_at)"
                    + " select ?, ?, id, restricted, created_at, case when ? then updated_at end from incident where id = ?";
    private static final String LIVES = "8 h";
    private static final String OVER = "-1 s";

    private final Map<String, String> handles = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> credentials = new LinkedHashMap<>();
    private final Map<String, Map<State, Map<String, String>>> links = new LinkedHashMap<>();

    Cast() {
        List.of("keeper", "member", "member-added").forEach(name -> person(name, Role.COMMITTEE));
        List.of("machine", "machine-added").forEach(name -> person(name, Role.COMMITTEE));
        List.of("responder", "responder-added", "revoked", "demoted").forEach(name -> person(name, Role.RESPONDER));
        List.of("reporter", "reporter-own").forEach(name -> person(name, Role.REPORTER));
        List.of("vendor", "vendor-notified", "vendor-withdrawn").forEach(name -> person(name, Role.VENDOR));
        person("auditor", Role.AUDITOR);
        person("administrator", Role.ADMINISTRATOR);
        person("disabled", Role.COMMITTEE);
        Database.run(
                OWNER,
                "update person set machine = true where handle in (?, ?)",
                handle("machine"),
                handle("machine-added"));
        credentials.put("nobody", Map.of());
        handles.put("bystander", Database.newcomer(Role.RESPONDER));
        addSessions();
        addTokens();
        links.put("link", new LinkedHashMap<>());
        links.put("link-revoked", new LinkedHashMap<>());
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(credentials.keySet());
        names.addAll(links.keySet());
        return names;
    }

    String handle(String name) {
        return handles.get(name);
    }

    /** The headers a caller sends when asking about an incident in this state; a link is one incident's. */
    Map<String, String> headers(String name, State state) {
        return links.containsKey(name) ? links.get(name).getOrDefault(state, Map.of()) : credentials.get(name);
    }

    /** Whether a caller's credential belongs to one incident. */
    boolean isLink(String name) {
        return links.containsKey(name);
    }

    /** Gives the reporter of an incident their link, and another one that was taken back. */
    void link(State state, long incident) {
        link("link", state, incident, false);
        link("link-revoked", state, incident, true);
    }

    /** What happens to some after everything was planted. */
    void turnCoats() {
        Database.run(OWNER, "update person set role = 'VENDOR' where handle = ?", handle("demoted"));
        Database.run(OWNER, "update person set disabled_at = now() where handle = ?", handle("disabled"));
    }

    private void person(String name, Role role) {
        String handle = Database.newcomer(role);
        handles.put(name, handle);
        credentials.put(name, Map.of(SampleSignIn.HEADER, handle));
    }

    private void addSessions() {
        session("session", LIVES, null);
        session("session-ended", LIVES, OVER);
        session("session-expired", OVER, null);
    }

    private void session(String name, String expires, @Nullable String ended) {
        Secret secret = Secret.random(Secret.SESSION);
        Database.run(OWNER, SESSION, UUID.randomUUID(), secret.hash(), id(), expires, ended);
        credentials.put(name, Map.of("Cookie", "cordon-session=" + secret.text()));
    }

    private void addTokens() {
        token("token-read", "READ", LIVES, null);
        token("token-change", "CHANGE", LIVES, null);
        token("token-report", "REPORT", LIVES, null);
        token("token-expired", "READ", OVER, null);
        token("token-revoked", "READ", LIVES, OVER);
    }

    private void token(String name, String scope, String expires, @Nullable String revoked) {
        Secret secret = Secret.random(Secret.TOKEN);
        Database.run(OWNER, TOKEN, UUID.randomUUID(), secret.hash(), id(), List.of(scope), expires, revoked);
        credentials.put(name, bearer(secret));
    }

    private void link(String name, State state, long incident, boolean revoked) {
        Secret secret = Secret.random(Secret.LINK);
        Database.run(OWNER, LINK, UUID.randomUUID(), secret.hash(), revoked, incident);
        links.get(name).put(state, bearer(secret));
    }

    /** Sessions and tokens are those of the member who was added. */
    private String id() {
        return Database.idOf(handle("member-added"));
    }

    private static Map<String, String> bearer(Secret secret) {
        return Map.of("Authorization", "Bearer " + secret.text());
    }
}
