package dev.cordon.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final String PASSWORD = "correct horse battery";

    private final Passwords passwords = new Passwords(10);

    @Test
    void aPasswordMatchesItsHashAndNothingMatchesNone() {
        String hash = passwords.hash(PASSWORD, "maya");

        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches("another one", hash)).isFalse();
        assertThat(passwords.matches(PASSWORD, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 17})
    void costsOutOfBoundsAreRefused(int cost) {
        assertThatThrownBy(() -> new Passwords(cost)).hasMessageContaining("Set it from 10 to 16");
    }
}
