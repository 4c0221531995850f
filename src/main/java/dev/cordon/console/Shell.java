package dev.cordon.console;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one HTML page of the console, which names the modules of one build, and the policy a browser holds it to. The
 * import map must be inline, so its digest stands in the policy; both come from the same bytes.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
record Shell(ConsoleFile page, String contentSecurityPolicy) {
    static final String FILE = "index.html";

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final String POLICY = "default-src 'none'; script-src 'self' %s; style-src 'self'; font-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types lit-html";

    /** @param sampled whether anybody can sign in as any of the sample people */
    static Shell of(String buildId, boolean sampled) {
        String page = new String(ConsoleFiles.read(ConsoleFiles.FOLDER + FILE), StandardCharsets.UTF_8)
                .replace("/app/", "/app/v/" + buildId + "/")
                .replace("data-mode=\"\"", "data-mode=\"" + (sampled ? "dev" : "prod") + "\"");
        Matcher importMap = IMPORT_MAP.matcher(page);
        if (!importMap.find()) {
            throw new IllegalStateException(FILE + " of the console has no import map");
        }
        String source =
                Digest.of(importMap.group(1).getBytes(StandardCharsets.UTF_8)).source();
        return new Shell(ConsoleFile.of(FILE, page.getBytes(StandardCharsets.UTF_8)), POLICY.formatted(source));
    }
}
