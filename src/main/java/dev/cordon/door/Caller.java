package dev.cordon.door;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Who sends a request, as far as its budget is concerned. Nothing here says who they are. */
public final class Caller {
    private static final int NETWORK_BYTES_OF_IPV6 = 8;

    private Caller() {}

    /**
     * The address a request comes from. A subscriber has a whole /64 of IPv6 addresses, so they count as one; an IPv4
     * address counts as itself however it is written.
     */
    public static String address(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return address == null ? "unknown" : network(String.valueOf(address.hostAddress()));
    }

    static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return "unknown";
        }
        byte[] network = bytes.length == 4 || isMappedIpv4(bytes)
                ? Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length)
                : Arrays.copyOf(bytes, NETWORK_BYTES_OF_IPV6);
        return HexFormat.of().formatHex(network);
    }

    private static boolean isMappedIpv4(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    /** A fingerprint of the credential of a request, good or not, if it has one. The credential cannot be had from it. */
    static Optional<String> credential(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .or(() -> SessionCookie.valueIn(request))
                .map(Caller::fingerprint);
    }

    private static String fingerprint(String credential) {
        try {
            byte[] bytes = credential.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
