package dev.cordon.api.lean;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smallrye.graphql.transformation.Transformer;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants in the form SmallRye gives them, such as {@code 2026-11-30T10:15:30.120Z}, written digit by digit: its formatter costs
 * several times as much, and a page of the queue has hundreds. What is unusual is left to it.
 */
final class InstantText implements Transformer<Object, Object> {
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final Transformer<Object, Object> its;

    InstantText(Transformer<Object, Object> its) {
        this.its = its;
    }

    @Override
    public Object in(Object value) throws Exception {
        return its.in(value);
    }

    @Override
    public Object out(Object value) {
        if (value instanceof Instant instant
                && instant.getNano() % NANOS_OF_MILLI == 0
                && FIRST <= instant.getEpochSecond()
                && instant.getEpochSecond() <= LAST) {
            return text(instant);
        }
        return its.out(value);
    }

    private static String text(Instant instant) {
        int millis = instant.getNano() / NANOS_OF_MILLI;
        byte[] text = (millis == 0 ? "0000-00-00T00:00:00Z" : "0000-00-00T00:00:00.000Z").getBytes(US_ASCII);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY));
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY);
        digits(text, 3, day.getYear());
        digits(text, 6, day.getMonthValue());
        digits(text, 9, day.getDayOfMonth());
        digits(text, 12, second / 3600);
        digits(text, 15, second / 60 % 60);
        digits(text, 18, second % 60);
        if (millis > 0) {
            digits(text, 22, millis);
        }
        return new String(text, US_ASCII);
    }

    /** The digits of the number, its last one here, over zeros. */
    private static void digits(byte[] text, int last, int number) {
        for (int place = last, rest = number; rest > 0; place--, rest /= 10) {
            text[place] = (byte) ('0' + rest % 10);
        }
    }
}
