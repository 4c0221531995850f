package dev.cordon.console;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The shell as it is served, and the modules it leads to. */
record Modules(String shell) {
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/app/v/[^\"]+)\"");
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern MAPPED = Pattern.compile("\"([^\"]+)\": \"([^\"]+)\"");
    private static final Pattern STATIC_IMPORT =
            Pattern.compile("\\b(?:import|export)\\s*(?:[\\w$*\\s,{}]*?from\\s*)?[\"']([^\"']+)[\"']");

    static Modules served() {
        return new Modules(given().get("/").asString());
    }

    /** {@code /app/v/} and the build, with a slash behind it. */
    String base() {
        String asset = assets().get(0);
        return asset.substring(0, asset.indexOf('/', "/app/v/".length()) + 1);
    }

    String importMap() {
        return all(IMPORT_MAP, shell).get(0).group(1);
    }

    /** What the shell names: styles, icon, modules. */
    List<String> assets() {
        return all(ASSET, shell).stream().map(found -> found.group(1)).toList();
    }

    /** All that is fetched for a page, each with the bytes of its compressed answer, but for answers of the API. */
    Map<String, Integer> load(String page) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        assets().forEach(asset -> follow(asset, sizes));
        follow(base() + page, sizes);
        return sizes;
    }

    private void follow(String path, Map<String, Integer> sizes) {
        if (sizes.containsKey(path)) {
            return;
        }
        sizes.put(
                path,
                Integer.parseInt(
                        given().header("Accept-Encoding", "gzip").head(path).getHeader("Content-Length")));
        if (path.endsWith(".js")) {
            imports(path).forEach(each -> follow(each, sizes));
        }
    }

    /** The addresses a module imports before it runs. */
    List<String> imports(String path) {
        String text = given().get(path).then().statusCode(200).extract().asString();
        return all(STATIC_IMPORT, text).stream()
                .map(found -> resolve(path, found.group(1)))
                .toList();
    }

    private String resolve(String from, String name) {
        if (name.startsWith(".")) {
            return URI.create(from).resolve(name).toString();
        }
        return all(MAPPED, importMap()).stream()
                .filter(entry ->
                        name.equals(entry.group(1)) || entry.group(1).endsWith("/") && name.startsWith(entry.group(1)))
                .map(entry -> entry.group(2) + name.substring(entry.group(1).length()))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(from + " imports " + name + ", which the import map does not name"));
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}
