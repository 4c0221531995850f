package dev.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.Role;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of tampering with a real log, in the database by a superuser and in the exported file, is found (P15). */
@QuarkusTest
class TamperingTest {
    @Inject
    AuditHeads auditHeads;

    @Inject
    HeadSigner signer;

    @Inject
    Sealer sealer;

    private final List<SignedHead> heads = new ArrayList<>();

    /** Somewhere before the first head. */
    private long row;

    @BeforeEach
    void aLogWithTwoHeadsAndAnUnsignedTail() {
        appendFive();
        heads.add(auditHeads.exportNow());
        row = heads.get(0).position() - 2;
        appendFive();
        heads.add(auditHeads.exportNow());
        AuditRows.append("after the newest head");
        AuditRows.append("after the newest head");
        sealer.seal();
    }

    @Test
    void aCleanLogPasses() {
        Verdict verdict = verify(AuditRows.export());

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.remarks())
                .containsExactly(
                        "Rows 1 to " + newest().position() + " are as they were when the head at position "
                                + newest().position() + ", signed " + newest().signedAt() + ", was made.",
                        "Warning: 2 rows after that are chained but not signed: a newer head would cover them.");
    }

    @Test
    void aLogWithoutATailPassesWithoutAWarning() {
        heads.add(auditHeads.exportNow());

        Verdict verdict = verify(AuditRows.export());

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.remarks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "actor_id = (select id from person where handle = 'olga')",
                "action = 'CHANGE'",
                "operation = 'something else'",
                "via = 'TOKEN'",
                "via = null",
                "subject_id = gen_random_uuid()",
                "incident_ids = '{2,1}'",
                "incident_ids = '{1}'",
                "hash = sha256(hash)"
            })
    void anEditedRowIsFound(String edit) {
        List<String> log = AuditRows.exportAfter(
                rows -> assertThat(rows.update("update audit_event set " + edit + " where position = ?", row))
                        .isOne());

        assertThat(verify(log).findings())
                .singleElement()
                .asString()
                .startsWith("Row " + row + " was edited, or a row before it was exchanged");
    }

    @Test
    void anEditedRowWithAMatchingHashIsFoundAtTheNextRow() {
        List<String> log = AuditRows.exportAfter(rows -> {
            rows.update("update audit_event set operation = 'x' where position = ?", row);
            ChainLink before = rows.first(
                            "select encode(hash, 'hex') as hash from audit_event where position = ?",
                            found -> new ChainLink(row - 1, found.text("hash")),
                            row - 1)
                    .orElseThrow();
            String line = rows.first(
                            "select line from audit_export where position = ?", found -> found.text("line"), row)
                    .orElseThrow();
            String hash = before.next(ExportedRow.parse(line).row()).hash();
            rows.update("update audit_event set hash = decode(?, 'hex') where position = ?", hash, row);
        });

        assertThat(verify(log).findings())
                .singleElement()
                .asString()
                .startsWith("Row " + (row + 1) + " was edited, or a row before it was exchanged");
    }

    /** Each character of a line in turn becomes another one. */
    @Test
    void everyEditedCharacterOfTheFileIsFound() {
        List<String> log = AuditRows.export();
        String line = log.get((int) row - 1);
        ChainLink before = ExportedRow.parse(log.get((int) row - 2)).claimed();
        assertThat(stands(before, line)).isTrue();
        for (int i = 0; i < line.length(); i++) {
            char other = (char) (line.charAt(i) ^ 1);
            String edited = line.substring(0, i) + other + line.substring(i + 1);

            assertThat(stands(before, edited)).as(edited).isFalse();
        }
    }

    /** Whether the verifier would accept the line behind this place, asked for the one line because there are many. */
    private static boolean stands(ChainLink before, String line) {
        try {
            ExportedRow exported = ExportedRow.parse(line);
            return before.next(exported.row()).equals(exported.claimed());
        } catch (UnreadableLineException unreadable) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operation\":\"innocent\",",
                "{\"note\":\"not covered by any hash\",",
                "{}{",
                "[{",
                "",
            })
    void whatNoHashCoversIsRefused(String beginning) {
        List<String> log = new ArrayList<>(AuditRows.export());
        log.set((int) row - 1, log.get((int) row - 1).replaceFirst("\\{", beginning));

        assertThat(verify(log).findings())
                .singleElement()
                .asString()
                .startsWith("Row " + row + " cannot be read, so it was edited");
    }

    @Test
    void aLineWithSomethingBehindItIsRefused() {
        List<String> log = new ArrayList<>(AuditRows.export());
        log.set((int) row - 1, log.get((int) row - 1) + " {\"more\":1}");

        assertThat(verify(log).findings()).singleElement().asString().startsWith("Row " + row + " cannot be read");
    }

    @Test
    void aDeletedRowIsFound() {
        List<String> log =
                AuditRows.exportAfter(rows -> rows.update("delete from audit_event where position = ?", row));

        assertThat(verify(log).findings())
                .containsExactly("Row " + row + " was deleted: row " + (row + 1) + " stands in its place.");
    }

    @Test
    void deletedRowsAreFound() {
        List<String> log = AuditRows.exportAfter(
                rows -> rows.update("delete from audit_event where position between ? and ?", row, row + 1));

        assertThat(verify(log).findings())
                .containsExactly("Rows " + row + " to " + (row + 1) + " were deleted: row " + (row + 2)
                        + " stands in their place.");
    }

    @Test
    void aDeletedRowWhoseGapWasClosedIsFound() {
        List<String> log = AuditRows.exportAfter(rows -> {
            rows.update("delete from audit_event where position = ?", row);
            for (long next = row + 1; next <= newest().position() + 2; next++) {
                rows.update("update audit_event set position = ? where position = ?", next - 1, next);
            }
        });

        assertThat(verify(log).findings())
                .singleElement()
                .asString()
                .startsWith("Row " + row + " was edited, or a row before it was exchanged");
    }

    @Test
    void rowsThatChangedPlacesAreFound() {
        List<String> log = AuditRows.exportAfter(rows -> {
            rows.update("update audit_event set position = -1 where position = ?", row);
            rows.update("update audit_event set position = ? where position = ?", row, row + 1);
            rows.update("update audit_event set position = ? where position = -1", row + 1);
        });

        assertThat(verify(log).findings())
                .singleElement()
                .asString()
                .startsWith("Row " + row + " was edited, or a row before it was exchanged");
    }

    @Test
    void linesThatChangedPlacesAreFound() {
        List<String> log = new ArrayList<>(AuditRows.export());
        Collections.swap(log, (int) row - 1, (int) row + 1);

        assertThat(verify(log).findings())
                .containsExactly("Rows are out of order from position " + row + " on: row " + (row + 2)
                        + " stands there, and row " + row + " comes later.");
    }

    @Test
    void aRepeatedLineIsFound() {
        List<String> log = new ArrayList<>(AuditRows.export());
        log.add((int) row, log.get((int) row - 1));

        assertThat(verify(log).findings())
                .containsExactly("Rows are out of order from position " + (row + 1) + " on: row " + row
                        + " stands there again.");
    }

    @Test
    void truncationIsFound() {
        long last = newest().position() - 1;
        List<String> log =
                AuditRows.exportAfter(rows -> rows.update("delete from audit_event where position > ?", last));

        assertThat(verify(log).findings())
                .singleElement()
                .asString()
                .startsWith("The log was truncated: it ends at position " + last)
                .endsWith("Rows " + newest().position() + " to " + newest().position() + " are missing.");
    }

    @Test
    void anEmptyLogIsTruncated() {
        assertThat(verify(List.of()).findings())
                .singleElement()
                .asString()
                .startsWith("The log was truncated: it ends at position 0");
    }

    @Test
    void aLogRewrittenAsAWholeIsFoundByAnEarlierHead() {
        List<String> log = AuditRows.exportAfter(rows -> {
            rows.update("update audit_event set operation = 'nothing happened' where position = ?", row);
            AuditRows.chainAnew(rows);
        });

        assertThat(AuditVerifier.verify(log.iterator(), List.<String>of().iterator(), keys())
                        .findings())
                .as("it is consistent in itself: without a head nothing else is found")
                .singleElement()
                .asString()
                .startsWith("There is no head with a good signature");
        assertThat(verify(log).findings())
                .containsExactly("The log was rewritten: the head at position "
                        + heads.get(0).position() + ", signed "
                        + heads.get(0).signedAt() + ", has another hash. The first exchanged row is one of 1 to "
                        + heads.get(0).position() + ".");
    }

    @Test
    void whatWasRewrittenAfterAHeadIsFoundByTheNextAndNarrowedDown() {
        long between = heads.get(0).position() + 2;
        List<String> log = AuditRows.exportAfter(rows -> {
            rows.update("update audit_event set operation = 'nothing happened' where position = ?", between);
            AuditRows.chainAnew(rows);
        });

        Verdict verdict = verify(log);

        assertThat(verdict.findings())
                .singleElement()
                .asString()
                .contains("The first exchanged row is one of " + (heads.get(0).position() + 1) + " to "
                        + newest().position() + ".");
        assertThat(verdict.remarks())
                .singleElement()
                .asString()
                .startsWith("Rows 1 to " + heads.get(0).position() + " are as they were");
    }

    /** What no head covers can be rewritten by whoever owns the database: the warning says so. */
    @Test
    void whatWasRewrittenAfterTheNewestHeadIsOnlyWarnedOf() {
        List<String> log = AuditRows.exportAfter(rows -> {
            rows.update("update audit_event set operation = 'x' where position = ?", newest().position() + 1);
            AuditRows.chainAnew(rows);
        });

        Verdict verdict = verify(log);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.remarks()).last().asString().startsWith("Warning: 2 rows after that");
    }

    @Test
    void aChangedHeadHasABadSignature() {
        SignedHead head = newest();
        List<SignedHead> forged = List.of(
                new SignedHead(head.position() - 1, head.hash(), head.signedAt(), head.keyId(), head.signature()),
                new SignedHead(head.position(), "0".repeat(64), head.signedAt(), head.keyId(), head.signature()),
                new SignedHead(
                        head.position(), head.hash(), head.signedAt().plusMillis(1), head.keyId(), head.signature()),
                new SignedHead(
                        head.position(),
                        head.hash(),
                        head.signedAt(),
                        head.keyId(),
                        heads.get(0).signature()),
                new SignedHead(head.position(), head.hash(), head.signedAt(), head.keyId(), "no base64!"));
        for (SignedHead each : forged) {
            List<String> lines = List.of(heads.get(0).line(), each.line());

            assertThat(AuditVerifier.verify(AuditRows.export().iterator(), lines.iterator(), keys())
                            .findings())
                    .as(each.line())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "The head at position " + each.position() + " (line 2 of the heads) has a bad signature");
        }
    }

    @Test
    void aHeadOfAnotherKeyIsNotBelievedUntilItsPublicKeyIsGiven() {
        SigningKey other = SigningKey.ephemeral();
        SignedHead head = other.sign(new ChainLink(newest().position(), newest().hash()), Instant.EPOCH);
        List<String> lines = List.of(newest().line(), head.line());

        assertThat(AuditVerifier.verify(AuditRows.export().iterator(), lines.iterator(), keys())
                        .findings())
                .singleElement()
                .asString()
                .contains("is signed with a key that was not given, " + head.keyId());
        PublicKeys both = PublicKeys.parse(signer.publicPem() + other.publicPem());
        assertThat(AuditVerifier.verify(AuditRows.export().iterator(), lines.iterator(), both)
                        .findings())
                .isEmpty();
    }

    @Test
    void aLineOfTheHeadsThatIsNoHeadIsNamed() {
        List<String> lines = List.of("{\"position\": 1}", newest().line());

        assertThat(AuditVerifier.verify(AuditRows.export().iterator(), lines.iterator(), keys())
                        .findings())
                .singleElement()
                .asString()
                .startsWith("Line 1 of the heads cannot be read");
    }

    @Test
    void theExportHoldsIdsAlone() {
        String title = "Overflow in " + Database.newcomer(Role.COMMITTEE);
        var incident = AnIncident.reported().titled(title).open();
        incident.read("title", "title");
        heads.add(auditHeads.exportNow());

        assertThat(verify(AuditRows.export()).findings()).isEmpty();
        assertThat(String.join("\n", AuditRows.export()))
                .contains(Database.idOf("maya"), String.valueOf(Database.incident(incident.reference())))
                .doesNotContain(title, incident.reference(), "maya", "Maya");
    }

    private Verdict verify(List<String> log) {
        return AuditVerifier.verify(
                log.iterator(), heads.stream().map(SignedHead::line).iterator(), keys());
    }

    private PublicKeys keys() {
        return PublicKeys.parse(signer.publicPem());
    }

    private SignedHead newest() {
        return heads.get(heads.size() - 1);
    }

    private static void appendFive() {
        for (int i = 0; i < 5; i++) {
            AuditRows.append("incident \"№" + i + "\"\n\\ 😀");
        }
    }
}
