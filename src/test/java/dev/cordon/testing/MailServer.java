package dev.cordon.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that offers STARTTLS, which that of GreenMail does not, or offers none; it takes every mail. */
public final class MailServer implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> inTheOpen = new CopyOnWriteArrayList<>();
    private final List<String> encrypted = new CopyOnWriteArrayList<>();
    private final @Nullable OwnCertificate certificate;
    private final ServerSocket server;
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private volatile int hanging;

    private MailServer(@Nullable OwnCertificate certificate) {
        this.certificate = certificate;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.submit(this::accept);
    }

    /** Offers STARTTLS and shows this certificate. */
    public static MailServer showing(OwnCertificate certificate) {
        return new MailServer(certificate);
    }

    /** Offers no STARTTLS. */
    public static MailServer inTheOpen() {
        return new MailServer(null);
    }

    /** The first connections are taken and not served, and stay open. */
    public MailServer hangingAtFirst(int connections) {
        hanging = connections;
        return this;
    }

    /** How many connections it holds and does not serve. */
    public int held() {
        return held.size();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Mails that came over TLS, headers and text. */
    public List<String> encrypted() {
        return encrypted;
    }

    /** Mails, senders and recipients that came without it. */
    public List<String> saidInTheOpen() {
        return inTheOpen;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : held) {
            each.close();
        }
        threads.shutdownNow();
    }

    private @Nullable Object accept() throws IOException {
        while (!server.isClosed()) {
            Socket socket = server.accept();
            if (held.size() < hanging) {
                held.add(socket);
                continue;
            }
            threads.submit(() -> {
                try (socket) {
                    say(socket, "220 tests");
                    serve(socket, certificate != null);
                }
                return null;
            });
        }
        return null;
    }

    private void serve(Socket socket, boolean offersTls) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
                case "EHLO" -> say(socket, offersTls ? "250-tests\r\n250 STARTTLS" : "250 tests");
                case "STAR" -> {
                    say(socket, "220 go on");
                    serve(encrypted(socket), false);
                    return;
                }
                case "DATA" -> {
                    say(socket, "354 go on");
                    keep(socket, mail(lines));
                    say(socket, "250 taken");
                }
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                default -> {
                    keep(socket, line);
                    say(socket, "250 ok");
                }
            }
        }
    }

    private void keep(Socket socket, String text) {
        (socket instanceof SSLSocket ? encrypted : inTheOpen).add(text);
    }

    private SSLSocket encrypted(Socket socket) throws IOException {
        if (certificate == null) {
            throw new IOException("STARTTLS was not offered");
        }
        SSLSocket layered = (SSLSocket)
                certificate.context().getSocketFactory().createSocket(socket, "127.0.0.1", socket.getPort(), true);
        layered.setUseClientMode(false);
        layered.startHandshake();
        return layered;
    }

    private static String mail(BufferedReader lines) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
