package dev.cordon.testing;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser that follows no redirect by itself: it keeps cookies, and sends them to the paths they are for. */
public final class Browser {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, HttpCookie> cookies = new LinkedHashMap<>();

    public HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    public HttpResponse<String> post(String url, String json) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Follows where the answer sends it. */
    public HttpResponse<String> follow(HttpResponse<String> answer) {
        return get(location(answer));
    }

    public static String location(HttpResponse<String> answer) {
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("No redirect: " + answer.statusCode() + " " + answer.body()));
        return answer.uri().resolve(location).toString();
    }

    /** The names of the cookies it keeps. */
    public List<String> cookies() {
        return List.copyOf(cookies.keySet());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        String path = request.copy().build().uri().getPath();
        String sent = cookies.values().stream()
                .filter(cookie -> path.startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void keep(String header) {
        // The class of the JDK knows no SameSite and refuses what it does not know.
        HttpCookie cookie =
                HttpCookie.parse(header.replaceAll("(?i); *SameSite=\\w+", "")).get(0);
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie);
        }
    }
}
