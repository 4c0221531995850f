package dev.cordon.cvss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorFuzzTest {
    private static final long SEED = 50030;

    private static final int TEXTS = 20_000;

    private static final String ALPHABET = "CVSS:3.014/AVNLHPRUXMT avnx\t\u00e9\u0000\ud83d-%{}";

    @ParameterizedTest
    @EnumSource
    void aDamagedVectorIsScoredOrRefusedAndNothingElse(CvssVersion version) {
        Random random = new Random(SEED);
        int refused = 0;

        for (int count = 0; count < TEXTS; count++) {
            String text = AVector.drawn(version, random);
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                text = damaged(text, random);
            }
            refused += isRefused(text) ? 1 : 0;
        }

        assertThat(refused).isBetween(TEXTS / 2, TEXTS - TEXTS / 100);
    }

    private static boolean isRefused(String text) {
        try {
            CvssScore score = CvssScore.of(CvssVector.parse(text));
            assertThat(score.vector().text()).isEqualTo(text);
            return false;
        } catch (InvalidVectorException refusal) {
            assertThat(refusal.position()).isBetween(1, text.length() + 1);
            assertThat(refusal.getMessage()).endsWith("(character " + refusal.position() + ")");
            assertThat(refusal.getMessage().chars()).allMatch(character -> character >= ' ' && character <= '~');
            return true;
        }
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        int place = random.nextInt(Math.max(text.length(), 1));
        int other = Math.min(text.length(), place + random.nextInt(8));
        char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        switch (random.nextInt(6)) {
            case 0 -> damaged.delete(place, other);
            case 1 -> damaged.insert(place, text, place, other);
            case 2 -> damaged.insert(place, character);
            case 3 -> damaged.replace(place, other, String.valueOf(character));
            case 4 -> damaged.setLength(place);
            default -> damaged.append('/').append(text, place, other);
        }
        return damaged.toString();
    }
}
