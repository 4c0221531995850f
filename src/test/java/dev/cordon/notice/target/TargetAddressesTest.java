package dev.cordon.notice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAddressesTest {
    private final TargetAddresses addresses = allowing();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void whatIsNotPublicIsRefused(String address) throws UnknownHostException {
        assertThat(addresses.mayBeReached(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "2003::1",
                "::ffff:1.1.1.1"
            })
    void whatIsPublicIsNot(String address) throws UnknownHostException {
        assertThat(addresses.mayBeReached(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void theOperatorAllowsWhatLiesInside() throws UnknownHostException {
        TargetAddresses inside = allowing("10.20.0.0/16", "fd00:1::/32");

        assertThat(inside.mayBeReached(InetAddress.getByName("10.20.3.4"))).isTrue();
        assertThat(inside.mayBeReached(InetAddress.getByName("fd00:1::5"))).isTrue();
        assertThat(inside.mayBeReached(InetAddress.getByName("10.21.0.1"))).isFalse();
        assertThat(inside.mayBeReached(InetAddress.getByName("fd00:2::5"))).isFalse();
    }

    /** Ways of writing the loopback address; the last two only some resolvers understand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[0:0::1]:8443/",
                "https://2130706433/",
                "https://0x7f000001/"
            })
    void aNameIsJudgedByTheAddressItHas(String url) {
        assertThatThrownBy(() -> addresses.pin(TargetUrl.of(url)))
                .isInstanceOf(TargetRefusedException.class)
                .message()
                .isIn("ADDRESS_REFUSED", "NAME_UNKNOWN");
    }

    @Test
    void aNameIsPinnedToItsAddress() {
        PinnedAddress pinned = allowing("127.0.0.0/8").pin(TargetUrl.of("https://127.0.0.1:8080/a?b=c"));

        assertThat(pinned.address()).isEqualTo("127.0.0.1");
        assertThat(pinned.url().port()).isEqualTo(8080);
        assertThat(pinned.url().pathAndQuery()).isEqualTo("/a?b=c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "example.org",
                "//example.org",
                "https://",
                "https:///x",
                "https://maya:secret@example.org/",
                "https://example.org/#here",
                "https://example.org:0/",
                "http://example.org/",
                "https://127.1/",
                "https://exa mple.org/",
                "https://example.org/\r\nX: y",
                "https://example.org/\u00e9",
                "gopher://example.org/",
                ""
            })
    void otherAddressesAreRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> TargetUrl.of(url))
                .isInstanceOf(InvalidWebhookUrlException.class)
                .hasMessageContaining("https://hooks.example.org/cordon")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.org/8", "10.0.0/x", "::/129", ""})
    void aRangeThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TargetAddresses allowing(String... ranges) {
        TargetAddresses addresses = new TargetAddresses();
        addresses.allowed =
                Optional.of(List.of(ranges).stream().map(AddressRange::of).toList());
        return addresses;
    }
}
