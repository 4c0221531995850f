package dev.cordon.testing;

import static dev.cordon.testing.GraphQL.NOBODY;
import static dev.cordon.testing.GraphQL.OLGA;

import dev.cordon.access.Role;
import java.util.Map;

/**
 * Somebody new with a password, invited by Olga and signed in.
 *
 * @param cookie of the session they chose the password in
 */
public record APerson(String handle, String cookie) {
    public static final String PASSWORD = "correct horse battery";

    private static final String SIGN_IN =
            "mutation($input: SignInInput!) { signIn(input: $input) { viewer { handle role } expiresAt } }";
    private static final String CHOOSE = "mutation($input: ChoosePasswordInput!) {"
            + " choosePassword(input: $input) { viewer { handle } expiresAt } }";

    public static APerson with(Role role) {
        String handle = Database.newcomer(role);
        return new APerson(handle, choose(invited(handle), PASSWORD).succeeds().cookie());
    }

    /** The secret of a link by which somebody chooses a password. */
    public static String invited(String handle) {
        String link =
                OLGA.mutate("invitePerson", Map.of("handle", handle), "link").get("it.link");
        return link.substring(link.indexOf('#') + 1);
    }

    public static GraphQL.Answer choose(String invitation, String password) {
        return NOBODY.send(CHOOSE, "input", Map.of("invitation", invitation, "password", password));
    }

    public static GraphQL.Answer signIn(GraphQL browser, String handle, String password) {
        return browser.send(SIGN_IN, "input", Map.of("handle", handle, "password", password));
    }

    public GraphQL.Answer signIn(String password) {
        return signIn(NOBODY, handle, password);
    }

    /** Another browser of theirs, just signed in. */
    public GraphQL again() {
        return GraphQL.bySession(signIn(PASSWORD).succeeds().cookie());
    }

    public GraphQL bySession() {
        return GraphQL.bySession(cookie);
    }

    /** By their handle alone, as the sample people come. */
    public GraphQL byName() {
        return GraphQL.as(handle);
    }

    /** Nobody failed to sign in yet: all tests come from one address. */
    public static void forgetAttempts() {
        Database.run(Database.OWNER, "delete from sign_in_attempt");
    }
}
