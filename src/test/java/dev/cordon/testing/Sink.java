package dev.cordon.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;

/** Where webhooks arrive in tests, on the loopback address: a good one, one that answers whatever it is told, and bad ones. */
public final class Sink implements AutoCloseable {
    /** What arrived. */
    public record Arrived(Map<String, List<String>> headers, String body, Instant at) {
        /** The one value of a header. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .map(entry -> entry.getValue().get(0))
                    .orElse("");
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final String url;
    private Closeable server = () -> {};
    private volatile int status = 200;
    private volatile String location = "";
    private volatile long millis;

    private Sink(String url) {
        this.url = url;
    }

    /** Takes everything, or answers what it is told. */
    public static Sink open() {
        try {
            return serving(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50), "http");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same by https, with this certificate. */
    public static Sink showing(OwnCertificate certificate) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
            return serving(server, "https");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Sink serving(HttpServer server, String scheme) {
        Sink sink = new Sink(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/hook?of=cordon");
        server.setExecutor(sink.threads);
        server.createContext("/", sink::take);
        server.start();
        sink.server = () -> server.stop(0);
        return sink;
    }

    /** Takes the connection and says nothing, or a letter of a header each second. */
    public static Sink thatNeverEnds(boolean drips) {
        return neverEnding("http", drips, ServerSocketFactory.getDefault());
    }

    /** The same by https, with this certificate. */
    public static Sink thatNeverEnds(boolean drips, OwnCertificate certificate) {
        return neverEnding("https", drips, certificate.context().getServerSocketFactory());
    }

    private static Sink neverEnding(String scheme, boolean drips, ServerSocketFactory sockets) {
        try {
            ServerSocket server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Sink sink = new Sink(scheme + "://127.0.0.1:" + server.getLocalPort() + "/");
            sink.server = server;
            sink.threads.submit(() -> {
                while (!server.isClosed()) {
                    Socket socket = server.accept();
                    sink.threads.submit(() -> sink.hold(socket, drips));
                }
                return null;
            });
            return sink;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Sink answering(int answer) {
        status = answer;
        return this;
    }

    public Sink redirectingTo(String elsewhere) {
        location = elsewhere;
        return answering(307);
    }

    public Sink taking(long each) {
        millis = each;
        return this;
    }

    public String url() {
        return url;
    }

    public List<Arrived> arrived() {
        return arrived;
    }

    /** How many requests there were at once, at most. */
    public int mostAtOnce() {
        return most.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrived.add(new Arrived(Map.copyOf(exchange.getRequestHeaders()), body, Instant.now()));
            TimeUnit.MILLISECONDS.sleep(millis);
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            now.decrementAndGet();
        }
    }

    private Object hold(Socket socket, boolean drips) throws IOException, InterruptedException {
        try (socket;
                OutputStream out = socket.getOutputStream()) {
            arrived.add(new Arrived(Map.of(), "", Instant.now()));
            if (socket instanceof SSLSocket encrypted) {
                encrypted.startHandshake();
            }
            out.write(drips ? "HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
            while (!socket.isClosed()) {
                TimeUnit.SECONDS.sleep(1);
                if (drips) {
                    out.write('x');
                    out.flush();
                }
            }
            return true;
        }
    }
}
