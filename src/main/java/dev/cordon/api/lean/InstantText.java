package dev.cordon.api.lean;

import io.smallrye.graphql.transformation.Transformer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Instants in the form SmallRye gives them, such as {@code 2026-11-30T10:15:30.120Z}, written digit by digit: its formatter costs
 * several times as much, and a page of the queue has hundreds. What is unusual is left to it.
 */
final class InstantText implements Transformer<Object, Object> {
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int LAST_YEAR = 9999;

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
        if (value instanceof Instant instant && instant.getNano() % NANOS_OF_MILLI == 0) {
            OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return text(time);
            }
        }
        return its.out(value);
    }

    private static String text(OffsetDateTime time) {
        StringBuilder text = new StringBuilder(24);
        digits(text, time.getYear(), 1000);
        digits(text.append('-'), time.getMonthValue(), 10);
        digits(text.append('-'), time.getDayOfMonth(), 10);
        digits(text.append('T'), time.getHour(), 10);
        digits(text.append(':'), time.getMinute(), 10);
        digits(text.append(':'), time.getSecond(), 10);
        if (time.getNano() > 0) {
            digits(text.append('.'), time.getNano() / NANOS_OF_MILLI, 100);
        }
        return text.append('Z').toString();
    }

    private static void digits(StringBuilder text, int number, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }
}
