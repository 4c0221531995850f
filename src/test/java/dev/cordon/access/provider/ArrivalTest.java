package dev.cordon.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of what a provider says about somebody. */
class ArrivalTest {
    @ParameterizedTest
    @CsvSource({
        "maya, maya",
        "Maya.Lindqvist@example.org, maya-lindqvist",
        "Zoë Ärlig, zoe-arlig",
        "42tomas, tomas",
        "__x__, x",
        "山田, person",
        "@example.org, person",
        "7f3e-11, f3e-11"
    })
    void aHandleIsMadeOfTheLettersItMayHave(String username, String handle) {
        assertThat(named(username, "x").handle()).isEqualTo(handle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\0", "\ud800", "😀", "A-", "ÄÖÜ!", "robert'); drop table person;--"})
    void everyHandleIsOneTheDatabaseTakes(String username) {
        assertThat(named(username, "x").handle()).matches("[a-z][a-z0-9-]{0,49}");
        assertThat(named("q".repeat(49) + "-" + username.repeat(90), "x").handle())
                .matches("[a-z][a-z0-9-]{0,49}");
    }

    @Test
    void aNameKeepsItsLettersAndNothingThatCannotBeShown() {
        assertThat(named("zoe", " Zoë\r\nÄrlig\0 😀 ").shownName()).isEqualTo("Zoë  Ärlig  😀");
        assertThat(named("zoe", "\ud800").shownName()).isEqualTo("zoe");
        assertThat(named("zoe", "😀".repeat(300)).shownName()).isEqualTo("😀".repeat(200));
    }

    @Test
    void aSubjectThatCannotBeKeptIsNobodys() {
        assertThat(of("s".repeat(255)).isKeepable()).isTrue();
        assertThat(of("s".repeat(256)).isKeepable()).isFalse();
        assertThat(of("s\0").isKeepable()).isFalse();
        assertThat(of("\udc00").isKeepable()).isFalse();
    }

    private static Arrival named(String username, String name) {
        return new Arrival("https://idp.example", "s", username, name, Role.RESPONDER, Instant.EPOCH);
    }

    private static Arrival of(String subject) {
        return new Arrival("https://idp.example", subject, "x", "x", Role.RESPONDER, Instant.EPOCH);
    }
}
