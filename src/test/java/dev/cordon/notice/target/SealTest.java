package dev.cordon.notice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.door.StartRefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER = "OTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @Test
    void withAKeyNothingLiesInTheOpenAndIsReadAgain() {
        Seal seal = with(KEY);
        String stored = seal.close("whsec_secret");

        assertThat(stored).doesNotContain("secret").isNotEqualTo(seal.close("whsec_secret"));
        assertThat(seal.open(stored)).isEqualTo("whsec_secret");
    }

    @Test
    void withoutAKeyItLiesAsItIs() {
        assertThat(with().close("whsec_secret")).isEqualTo("whsec_secret");
    }

    @Test
    void whatLayThereBeforeIsReadStill() {
        assertThat(with(KEY).open("whsec_secret")).isEqualTo("whsec_secret");
    }

    @Test
    void anotherKeyOrNoneOpensNothing() {
        String stored = with(KEY).close("whsec_secret");

        assertThatThrownBy(() -> with(OTHER).open(stored))
                .isInstanceOf(TargetRefusedException.class)
                .hasMessage("KEY_WRONG");
        assertThatThrownBy(() -> with().open(stored))
                .isInstanceOf(TargetRefusedException.class)
                .hasMessage("KEY_MISSING");
    }

    @Test
    void whatAnEarlierKeyClosedIsReadAndClosedAnewWithTheFirst() {
        Seal both = with(OTHER, KEY);

        assertThat(both.open(with(KEY).close("whsec_secret"))).isEqualTo("whsec_secret");
        assertThat(with(OTHER).open(both.close("whsec_secret"))).isEqualTo("whsec_secret");
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedAtStart() {
        Seal seal = with(KEY, "c2hvcnQ=");

        assertThatThrownBy(() -> seal.verify(null))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("openssl rand");
    }

    private static Seal with(String... keys) {
        Seal seal = new Seal();
        seal.keys = Optional.of(List.of(keys)).filter(some -> !some.isEmpty());
        return seal;
    }
}
