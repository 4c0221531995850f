package dev.cordon.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.samples.MovedTime;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the outbox is removed, when, and how much at once. */
@QuarkusTest
class SettledNoticesTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Inject
    DeliverySettings settings;

    @Inject
    SettledNotices settled;

    @Inject
    MovedTime time;

    private String reference;

    @BeforeEach
    void anIncidentAndAnEmptyOutbox() {
        reference = AnIncident.reported().open().reference();
        Outbox.clear();
    }

    @AfterEach
    void leaveNothing() {
        time.follow();
        Outbox.clear();
    }

    @Test
    void whatCameToItsEndLongAgoIsRemovedSomeAtATimeAndTheRestStays() {
        UUID target = Outbox.target("WEBHOOK", "http://127.0.0.1:9/", KEY);
        Outbox.queue(reference, "REPORTED", target, SettledNotices.MOST + 9);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        time.setTo(now);
        Instant longAgo = now.minus(settings.kept()).minusMillis(1);
        settle("SENT", longAgo, "true");
        settle("WITHDRAWN", longAgo, "recipient like '%#1'");
        settle("PARKED", longAgo, "recipient like '%#2'");
        settle("SENT", longAgo.plusMillis(1), "recipient like '%#3'");
        settle("QUEUED", null, "recipient like '%#4'");
        Database.run(
                Database.OWNER,
                "update notification set told_as = 'VENDOR', channel = 'MAIL' where recipient like '%#5'");

        assertThat(settled.remove()).isEqualTo(SettledNotices.MOST);
        assertThat(settled.remove()).isEqualTo(5);
        assertThat(settled.remove()).isZero();

        assertThat(Database.values("select concat(state, ' ', told_as) as value from notification order by 1"))
                .containsExactly("PARKED TARGET", "QUEUED TARGET", "SENT TARGET", "SENT VENDOR");
    }

    private static void settle(String state, @Nullable Instant at, String which) {
        Database.run(Database.OWNER, "update notification set state = ?, settled_at = ? where " + which, state, at);
    }
}
