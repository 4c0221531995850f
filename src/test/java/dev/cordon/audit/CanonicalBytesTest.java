package dev.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two different rows never share their bytes, however their values are cut. */
class CanonicalBytesTest {
    private static final Instant AT = Instant.parse("2026-03-02T12:00:00.001Z");
    private static final UUID ACTOR = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    @Test
    void differentRowsHaveDifferentBytes() {
        List<AuditRow> rows = trickyRows();
        List<String> bytes = new ArrayList<>();
        rows.forEach(row -> bytes.add(HexFormat.of().formatHex(row.canonicalBytes(7))));

        assertThat(rows).doesNotHaveDuplicates();
        assertThat(bytes).doesNotHaveDuplicates();
    }

    @Test
    void thePositionIsPartOfTheBytes() {
        AuditRow row = row("READ", "incident", null, 1L);

        assertThat(row.canonicalBytes(1)).isNotEqualTo(row.canonicalBytes(2)).isEqualTo(row.canonicalBytes(1));
    }

    /** The format: whoever changes it makes every exported log unverifiable, so it needs a new version byte. */
    @Test
    void theBytesAreAsDocumented() {
        assertThat(HexFormat.of().formatHex(row("READ", "ä", null, 5L).canonicalBytes(1)))
                .isEqualTo(
                        "01" // version
                                + "00000008" + "0000000000000009" // id
                                + "00000008" + "0000000000000001" // position
                                + "00000008" + "0000000069a57bc0" // seconds
                                + "00000008" + "00000000000f4240" // nanoseconds
                                + "ffffffff" // no actor
                                + "00000004" + "52454144" // READ
                                + "00000002" + "c3a4" // ä
                                + "ffffffff" // no via
                                + "ffffffff" // no subject
                                + "00000001" + "00000008" + "0000000000000005"); // one incident
    }

    @Test
    void halfACharacterIsRefusedBecauseItWouldBeReplaced() {
        assertThatThrownBy(() -> row("READ", "a\ud83d", null).canonicalBytes(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half a character");
    }

    private static List<AuditRow> trickyRows() {
        String digits = "\u0000\u0000\u0000\u0001";
        return Stream.of(
                        row("READ", "incident", null),
                        row("READ", "incident", ""),
                        row("READ", "incident", "null"),
                        row("READincident", "", null),
                        row("", "READincident", null),
                        row("REA", "Dincident", null),
                        row("READ", "incident" + digits, null),
                        row("READ" + digits, "incident", null),
                        row("READ", "incident", digits),
                        row("READ", "incident", null, 1L),
                        row("READ", "incident", null, 1L, 1L),
                        row("READ", "incident", null, 1L, 2L),
                        row("READ", "incident", null, 2L, 1L),
                        row("READ", "incident", null, 12L),
                        row("READ", "incident", null, 0L),
                        row("READ", "incident", null, -1L),
                        row("READ", "\u00e9", null),
                        row("READ", "e\u0301", null),
                        row("READ", "?", null),
                        row("READ", "\ufffd", null),
                        row("READ", "\ud83d\ude00", null),
                        new AuditRow(9, AT.plusNanos(1000), null, "READ", "incident", null, null, List.of()),
                        new AuditRow(9, AT.plusSeconds(1), null, "READ", "incident", null, null, List.of()),
                        new AuditRow(10, AT, null, "READ", "incident", null, null, List.of()),
                        new AuditRow(9, AT, ACTOR, "READ", "incident", null, null, List.of()),
                        new AuditRow(9, AT, null, "READ", "incident", null, ACTOR, List.of()),
                        new AuditRow(9, AT, null, "READ", "incident", ACTOR.toString(), null, List.of()))
                .toList();
    }

    private static AuditRow row(String action, String operation, @Nullable String via, Long... incidents) {
        return new AuditRow(9, AT, null, action, operation, via, null, List.of(incidents));
    }
}
