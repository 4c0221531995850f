package dev.cordon.notice.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses a webhook may go to: public ones, and those the operator lists in {@code cordon.webhook.allowed-ranges}. What is
 * private, of this machine or link, a cloud's metadata, reserved, or stands for another address is refused.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4 Special-Purpose Address Registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, IPv6 Special-Purpose Address Registry</a>
 */
@ApplicationScoped
public class TargetAddresses {
    private static final List<AddressRange> PUBLIC = ranges("0.0.0.0/0", "2000::/3");
    private static final List<AddressRange> SPECIAL = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    @ConfigProperty(name = "cordon.webhook.allowed-ranges")
    Optional<List<AddressRange>> allowed;

    /**
     * Looks the name up, once. It blocks as long as the system's resolver does.
     *
     * @throws TargetRefusedException if it has no address, or one of its addresses is not allowed
     */
    public PinnedAddress pin(TargetUrl url) {
        try {
            InetAddress[] all = InetAddress.getAllByName(url.host());
            if (!Stream.of(all).allMatch(this::mayBeReached)) {
                throw new TargetRefusedException("ADDRESS_REFUSED");
            }
            return new PinnedAddress(url, all[0].getHostAddress());
        } catch (UnknownHostException unknown) {
            throw new TargetRefusedException("NAME_UNKNOWN");
        }
    }

    /** Whether a webhook may go there. */
    public boolean mayBeReached(InetAddress address) {
        boolean isPublic = holds(PUBLIC, address) && !holds(SPECIAL, address);
        return isPublic || holds(allowed.orElse(List.of()), address);
    }

    private static boolean holds(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
