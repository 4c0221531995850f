package dev.cordon.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"maya@example.org", "a.b+c@sub.example.org", "o'neil@example.org", "x@localhost"})
    void plainAddressesAreTaken(String text) {
        assertThat(MailAddress.in(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maya",
                "@example.org",
                "maya@",
                "maya@@example.org",
                "Maya <maya@example.org>",
                "maya@example.org, eve@example.org",
                "maya@example.org\r\nBcc: eve@example.org",
                "maya@example.org\nX: y",
                "\"a b\"@example.org",
                "a b@example.org",
                "maya@exam\u0000ple.org",
                "maya@-example.org",
                "maya..x@example.org",
                "maya@example..org",
                "m\u00e4ya@example.org",
                "maya@example.org(comment)",
                "maya@[127.0.0.1]"
            })
    void everythingElseIsRefusedAndNotRepeated(String text) {
        assertThat(MailAddress.in(text)).isEmpty();
        assertThatThrownBy(() -> new MailAddress(text))
                .isInstanceOf(InvalidMailAddressException.class)
                .hasMessageNotContaining("eve");
    }
}
