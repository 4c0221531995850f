package dev.cordon.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address reporters may be given. */
class ReporterUrlTest {
    private static final PublicUrl PUBLIC = new PublicUrl(Optional.of("https://cordon.example.org"));

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "https://CORDON.example.org:443/")
    void withoutOneOfTheirOwnItIsThePublicOne(@Nullable String text) {
        ReporterUrl url = new ReporterUrl(PUBLIC, Optional.ofNullable(text));

        assertThat(url.to("/report")).isEqualTo("https://cordon.example.org/report");
        assertThatCode(url::mustBeSafe).doesNotThrowAnyException();
    }

    @Test
    void plainHttpIsForThisMachineAlone() {
        assertThatThrownBy(new ReporterUrl(PUBLIC, Optional.of("http://report.example.org"))::mustBeSafe)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cordon.reporter-url is http://report.example.org")
                .hasMessageContaining("CORDON_REPORTER_URL");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> new ReporterUrl(PUBLIC, Optional.of("report.example.org")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Set cordon.reporter-url (CORDON_REPORTER_URL)");
    }
}
