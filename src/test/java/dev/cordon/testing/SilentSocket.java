package dev.cordon.testing;

import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A WebSocket that does nothing by itself: it answers no ping and reads nothing before it is told to, as a client does whose
 * machine hangs.
 */
public final class SilentSocket implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int LONG = 126;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private int pings;

    /** Opens one with this token, or none, and says nothing yet. */
    public SilentSocket(int port, String token) {
        try {
            // As little as the system allows, so that it is soon full.
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
            write(("GET /graphql HTTP/1.1\r\nHost: localhost:" + port
                            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Protocol: " + LiveSocket.PROTOCOL + "\r\n" + authorization + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            skipHead();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Says who it is and waits for the greeting. */
    public SilentSocket greeted() {
        say(JsonObject.of("type", "connection_init"));
        if (!read().contains("connection_ack")) {
            throw new AssertionError("Not greeted");
        }
        return this;
    }

    public void say(JsonObject message) {
        try {
            write(frame(message));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next text; pings before it are counted and not answered. */
    public String read() {
        try {
            int opcode = PING;
            byte[] payload = {};
            while (opcode == PING) {
                opcode = in().readByte() & 0x0f;
                payload = payload();
                pings += opcode == PING ? 1 : 0;
            }
            return opcode == CLOSE
                    ? "closed with " + ByteBuffer.wrap(payload).getShort()
                    : new String(payload, StandardCharsets.UTF_8);
        } catch (EOFException | SocketException cutOff) {
            return "cut off";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the other end is gone, which is told by what happens to what is said to it. */
    public boolean isCutOff() {
        try {
            write(frame(JsonObject.of("type", "ping")));
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    /** How many pings it did not answer. */
    public int pings() {
        return pings;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] frame(JsonObject message) {
        byte[] text = message.encode().getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(text.length + 8).put((byte) (FINAL | TEXT));
        if (text.length < LONG) {
            frame.put((byte) (MASKED | text.length));
        } else {
            frame.put((byte) (MASKED | LONG)).putShort((short) text.length);
        }
        // The mask is zero, which changes nothing.
        frame.putInt(0).put(text).flip();
        return Arrays.copyOf(frame.array(), frame.limit());
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private DataInputStream in() throws IOException {
        return new DataInputStream(socket.getInputStream());
    }

    private byte[] payload() throws IOException {
        int length = in().readByte() & 0x7f;
        if (length > LONG) {
            length = (int) in().readLong();
        } else if (length == LONG) {
            length = in().readUnsignedShort();
        }
        byte[] payload = new byte[length];
        in().readFully(payload);
        return payload;
    }

    private void skipHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in().readByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new AssertionError("No WebSocket: " + head);
        }
    }
}
