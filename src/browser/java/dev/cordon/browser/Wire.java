package dev.cordon.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The socket of a page, on its way to the server, where it can be watched and cut. */
final class Wire {
    private static final Pattern AFTER = Pattern.compile("\"after\":(\\d+)");

    private final List<WebSocketRoute> sockets = new CopyOnWriteArrayList<>();
    private final List<Integer> places = new CopyOnWriteArrayList<>();

    Wire(Page page) {
        page.routeWebSocket("**/graphql", this::pass);
    }

    private void pass(WebSocketRoute socket) {
        sockets.add(socket);
        WebSocketRoute server = socket.connectToServer();
        socket.onMessage(frame -> {
            Matcher after = AFTER.matcher(frame.text());
            if (after.find()) {
                places.add(Integer.valueOf(after.group(1)));
            }
            server.send(frame.text());
        });
    }

    /** As a network does that goes away. */
    void cut() {
        sockets.get(sockets.size() - 1).close(new WebSocketRoute.CloseOptions().setCode(4999));
    }

    /** After which events the page asked to be told, each time it began to follow. */
    List<Integer> placesAskedFor() {
        return List.copyOf(places);
    }
}
