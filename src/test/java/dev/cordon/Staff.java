package dev.cordon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.APerson;
import dev.cordon.testing.GraphQL;
import dev.cordon.testing.PackagedCordon;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people of a programme that runs the package: the first administrator by the printed link, others by invitation. */
final class Staff {
    private static final Pattern LINK = Pattern.compile("/set-up#(cordoninvite_[A-Za-z0-9_-]{43})\\s");
    private static final String SET_UP =
            "mutation($input: SetUpInput!) { setUp(input: $input) { viewer { handle role } } }";

    private Staff() {}

    /** Ada, who becomes the first administrator by the link that Cordon printed. */
    static GraphQL settingUp(PackagedCordon cordon) {
        Matcher link = LINK.matcher(cordon.log());
        assertThat(link.find()).as(cordon.log()).isTrue();
        GraphQL.Answer answer = GraphQL.NOBODY.send(
                SET_UP,
                "input",
                Map.of("invitation", link.group(1), "handle", "ada", "name", "Ada", "password", APerson.PASSWORD));
        assertThat(answer.<String>get("setUp.viewer.role")).isEqualTo("ADMINISTRATOR");
        return GraphQL.bySession(answer.cookie());
    }

    /** Somebody whom an administrator adds, and who chooses a password and signs in with it. */
    static GraphQL joining(GraphQL administrator, String handle, String role) {
        Map<String, Object> person = Map.of("handle", handle, "name", "The " + handle, "role", role);
        String link = administrator.mutate("addPerson", person, "link").get("it.link");
        APerson.choose(link.substring(link.indexOf('#') + 1), APerson.PASSWORD).succeeds();
        return GraphQL.bySession(APerson.signIn(GraphQL.NOBODY, handle, APerson.PASSWORD)
                .succeeds()
                .cookie());
    }
}
