package dev.cordon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.Sql;
import dev.cordon.testing.Together;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two sealers at once while people write: one chain. A trigger that sleeps widens the window between reading and writing. */
@QuarkusTest
class SealRaceTest {
    private static final int WRITERS = 4;
    private static final int ROWS_EACH = 50;

    @Inject
    Sealer sealer;

    @Inject
    AuditHeads heads;

    @Inject
    HeadSigner signer;

    private final String mark = UUID.randomUUID().toString();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);

    @BeforeEach
    void widenTheWindow() {
        sealer.seal();
        Sql.run(
                "create or replace function sleep_a_little() returns trigger language plpgsql as"
                        + " $$ begin perform pg_sleep(0.002); return new; end $$",
                "create trigger widen before update on audit_event for each row execute function sleep_a_little()");
        ClientProxy.unwrap(sealer).batch = 10;
    }

    @AfterEach
    void closeTheWindow() {
        ClientProxy.unwrap(sealer).batch = 1000;
        Sql.run("drop trigger widen on audit_event", "drop function sleep_a_little()");
    }

    @Test
    void twoSealersMakeOneChainOfWhatFourPeopleWrite() throws Exception {
        List<Callable<?>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            work.add(this::write);
        }
        work.add(this::sealWhileTheyWrite);
        work.add(this::sealWhileTheyWrite);

        Together.run(work);
        sealer.seal();

        assertThat(Sql.number("select count(*) from audit_event where position > 0 and operation = '" + mark + "'"))
                .isEqualTo(WRITERS * ROWS_EACH);
        assertThat(Sql.number("select count(distinct position) from audit_event where position > 0"))
                .as("no position twice, none left out")
                .isEqualTo(Sql.number("select count(*) from audit_event where position > 0"))
                .isEqualTo(Sql.number("select max(position) from audit_event"));
        String head = heads.exportNow().line();
        assertThat(AuditVerifier.verify(
                                AuditRows.export().iterator(),
                                List.of(head).iterator(),
                                PublicKeys.parse(signer.publicPem()))
                        .findings())
                .isEmpty();
    }

    private Object write() {
        try {
            for (int i = 0; i < ROWS_EACH; i++) {
                AuditRows.append(mark);
            }
            return true;
        } finally {
            writing.decrementAndGet();
        }
    }

    private Object sealWhileTheyWrite() {
        int sealed = 0;
        do {
            sealed += sealer.sealIfFree() + sealer.seal();
        } while (writing.get() > 0);
        return sealed;
    }
}
