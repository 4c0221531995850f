package dev.cordon.samples;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of dev mode on which anybody becomes any of the sample people: plain HTML, no script. */
final class SamplePage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Cordon, development mode</title></head>
            <body>
            <h1>Development mode: anybody can be anybody. Never expose this.</h1>
            <p>%s <a href="/">Open the console</a></p>
            <table>
            %s</table>
            </body>
            </html>
            """;
    private static final String PERSON = """
            <tr><td>%s</td><td>%s</td><td><form method="post" action="/dev/sign-in?person=%s">\
            <button>Sign in as %s</button></form></td></tr>
            """;

    /** One of the sample people. */
    record Sample(String handle, String name, String role) {}

    private SamplePage() {}

    static String of(List<Sample> people, @Nullable String signedIn) {
        String state = signedIn == null ? "You are not signed in." : "You are signed in as " + text(signedIn) + ".";
        StringBuilder rows = new StringBuilder();
        people.forEach(each ->
                rows.append(PERSON.formatted(text(each.name), text(each.role), text(each.handle), text(each.handle))));
        return PAGE.formatted(state, rows);
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
