package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses Cordon may be reached at. */
class PublicUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cordon.example.org",
                "https://cordon.example.org:8443/",
                "http://localhost:8080",
                "http://[::1]:8081"
            })
    void anOriginIsSafeOverHttpsOrOnThisMachine(String text) {
        PublicUrl url = new PublicUrl(Optional.of(text));

        assertThatCode(url::mustBeSafe).doesNotThrowAnyException();
        assertThat(url.to("/set-up")).isEqualTo(text.replaceFirst("/$", "") + "/set-up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cordon.example.org", "http://localhost.example.org", "http://10.0.0.1:8080"})
    void plainHttpIsForThisMachineAlone(String text) {
        assertThatThrownBy(new PublicUrl(Optional.of(text))::mustBeSafe)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cordon.public-url is " + text)
                .hasMessageContaining("CORDON_PUBLIC_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cordon.example.org",
                "mailto:a@example.org",
                "ftp://example.org",
                "https://",
                "https://example.org/cordon",
                "https://user:secret-word@example.org",
                "https://example.org?a=b",
                "https://example.org#a",
                "https://exa mple.org"
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> new PublicUrl(Optional.of(text)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Set cordon.public-url (CORDON_PUBLIC_URL)")
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void aMissingOneIsRefused() {
        assertThatThrownBy(() -> new PublicUrl(Optional.empty()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cordon.public-url is missing");
    }
}
