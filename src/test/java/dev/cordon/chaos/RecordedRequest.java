package dev.cordon.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code native/requests.txt}, which explains itself.
 *
 * @param who their name, as in {@link World}
 * @param headers {@code Name: value}, one each
 */
record RecordedRequest(String who, String method, String path, List<String> headers, String body) {
    private static final String FILE = "/native/requests.txt";
    private static final Pattern OF_HTTP =
            Pattern.compile("(\\w+) (GET|POST|OPTIONS) (\\S+) \\| ([^|]*) ?(?:\\| ?(.*))?");
    private static final List<String> OF_GRAPHQL = List.of("Content-Type: application/json");

    /** All lines, with these references in the places of {@code $1}, {@code $2}… */
    static List<RecordedRequest> all(List<String> references) {
        try (InputStream stream = RecordedRequest.class.getResourceAsStream(FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> of(line.replace("$1", references.get(0)).replace("$2", references.get(1))))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static RecordedRequest of(String line) {
        Matcher http = OF_HTTP.matcher(line);
        if (http.matches()) {
            List<String> headers = Arrays.stream(http.group(4).split("; (?=[A-Z][A-Za-z-]+: )"))
                    .map(String::strip)
                    .toList();
            String body = http.group(5) == null ? "" : http.group(5);
            return new RecordedRequest(http.group(1), http.group(2), http.group(3), headers, body);
        }
        String[] whoAndDocument = line.split(" ", 2);
        return ofGraphQL(whoAndDocument[0], Caller.body(whoAndDocument[1], Map.of()));
    }

    /** One of somebody to the API, with this body. */
    static RecordedRequest ofGraphQL(String who, String body) {
        return new RecordedRequest(who, "POST", "/graphql", OF_GRAPHQL, body);
    }

    /** The same to this server, by this caller. */
    HttpRequest to(URI server, Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (String header : headers) {
            String[] nameAndValue = header.split(": ", 2);
            request.header(nameAndValue[0], nameAndValue[1]);
        }
        if (!caller.credential().isEmpty()) {
            request.header("Authorization", "Bearer " + caller.credential());
        }
        return request.build();
    }
}
