package dev.cordon.notice.target;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that begin with the same bits, written as {@code 10.0.0.0/8}. */
@RegisterForReflection // Configuration finds of(String) by its name.
public record AddressRange(byte[] network, int bits) {
    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException if it is not written as one; names never are looked up
     */
    public static AddressRange of(String text) {
        String[] parts = text.trim().split("/", -1);
        if (parts.length != 2
                || !parts[0].matches("[0-9.]+|[0-9a-fA-F.:]*:[0-9a-fA-F.:]*")
                || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException("\"" + text + "\" is no range of addresses such as 10.0.0.0/8");
        }
        try {
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            if (bits > network.length * 8) {
                throw new IllegalArgumentException("\"" + text + "\" has more bits than an address");
            }
            return new AddressRange(network, bits);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException("\"" + text + "\" is no range of addresses", notAnAddress);
        }
    }

    /** Whether the address is one of them. One written as IPv4 within IPv6 is the IPv4 one. */
    public boolean holds(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((other[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
