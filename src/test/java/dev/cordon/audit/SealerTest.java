package dev.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.testing.Database;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows get into the chain, and where. */
@QuarkusTest
class SealerTest {
    @Inject
    Sealer sealer;

    @Inject
    AuditHeads heads;

    @Inject
    HeadSigner signer;

    /** Marks this test's rows. */
    private final String mark = UUID.randomUUID().toString();

    private int batch;

    @BeforeEach
    void nothingIsUnsealed() {
        sealer.seal();
        batch = bean().batch;
    }

    @AfterEach
    void batchesAreAsBefore() {
        bean().batch = batch;
    }

    @Test
    void rowsAreSealedInTheOrderTheyWereWritten() {
        long end = end();
        AuditRows.append(mark + 1);
        AuditRows.append(mark + 2);

        assertThat(sealer.seal()).isEqualTo(2);

        assertThat(position(mark + 1)).isEqualTo(end + 1);
        assertThat(position(mark + 2)).isEqualTo(end + 2);
        assertThat(sealer.seal()).as("nothing is left").isZero();
    }

    @Test
    void aRowThatCommitsLateGetsALaterPositionAndOneThatIsTakenBackNone() throws SQLException {
        try (Connection late = Database.connect(Database.APPLICATION);
                Connection lost = Database.connect(Database.APPLICATION)) {
            late.setAutoCommit(false);
            lost.setAutoCommit(false);
            AuditRows.append(late, mark + "late");
            AuditRows.append(lost, mark + "lost");
            AuditRows.append(mark + "first");
            assertThat(sealer.seal()).as("the committed one").isEqualTo(1);
            assertThat(sealedOf("late")).isEmpty();

            late.commit();
            lost.rollback();
            AuditRows.append(mark + "last");
            assertThat(sealer.seal()).isEqualTo(2);
        }

        assertThat(id("late")).as("it began before").isLessThan(id("first"));
        assertThat(List.of(position(mark + "late"), position(mark + "last")))
                .containsExactly(position(mark + "first") + 1, position(mark + "first") + 2);
        assertThat(sealedOf("lost")).isEmpty();
        assertIntact();
    }

    @Test
    void moreRowsThanOneBatchHoldsAreSealedInSeveral() {
        bean().batch = 3;
        long end = end();
        for (int i = 1; i <= 7; i++) {
            AuditRows.append(mark + i);
        }

        assertThat(sealer.sealIfFree()).isEqualTo(7);

        assertThat(LongStream.rangeClosed(1, 7).map(i -> position(mark + i)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(end + 1, end + 7).boxed().toList());
        assertIntact();
    }

    @Test
    void whileAnotherReplicaSealsTheScheduledPassLeavesTheRowsToIt() throws SQLException {
        AuditRows.append(mark);
        try (Connection other = Database.connect(Database.SEAL)) {
            other.setAutoCommit(false);
            Chain.lock(new dev.cordon.database.Rows(other));

            assertThat(sealer.sealIfFree()).isZero();
            other.rollback();
        }

        assertThat(sealer.sealIfFree()).isEqualTo(1);
    }

    /** To go on would give the missing rows' positions to others. */
    @Test
    void nothingIsSealedAfterATruncationThatAHeadShows() {
        AuditRows.append(mark);
        SignedHead head = heads.exportNow();
        AuditRows.append(mark + "after");
        // As truncation leaves it, without losing the row: the newest head's row is in the chain no more.
        Database.run(
                Database.SUPERUSER, "update audit_event set position = -position where position = ?", head.position());
        try {
            assertThatThrownBy(sealer::seal)
                    .isInstanceOf(BrokenAuditLogException.class)
                    .hasMessageContaining("signed at position " + head.position());
            assertThatThrownBy(heads::exportNow).isInstanceOf(BrokenAuditLogException.class);
            assertThat(sealedOf("after")).isEmpty();
        } finally {
            Database.run(
                    Database.SUPERUSER,
                    "update audit_event set position = -position where position = ?",
                    -head.position());
        }
        assertThat(sealer.seal()).isEqualTo(1);
    }

    private Sealer bean() {
        return ClientProxy.unwrap(sealer);
    }

    private void assertIntact() {
        String head = heads.exportNow().line();
        assertThat(AuditVerifier.verify(
                                AuditRows.export().iterator(),
                                List.of(head).iterator(),
                                PublicKeys.parse(signer.publicPem()))
                        .findings())
                .isEmpty();
    }

    private static long end() {
        return Long.parseLong(Database.value("select coalesce(max(position), 0)::text as value from audit_event"));
    }

    private static long position(String operation) {
        return Long.parseLong(
                Database.value("select position::text as value from audit_event where operation = ?", operation));
    }

    private long id(String name) {
        return Long.parseLong(
                Database.value("select id::text as value from audit_event where operation = ?", mark + name));
    }

    private List<String> sealedOf(String name) {
        return Database.values(
                "select operation as value from audit_event where operation = ? and position is not null", mark + name);
    }
}
