package dev.cordon.api.live;

import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.database.Rows;
import dev.cordon.testing.AnIncident;
import dev.cordon.testing.Database;
import dev.cordon.testing.LiveSocket;
import dev.cordon.testing.LiveSocket.Following;
import dev.cordon.testing.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Why a subscriber's place is the sequence of one incident (P9). A number over all incidents is drawn before its transaction commits:
 * whoever read a later one never comes back for it. The same feed, fed that way, loses what the subscription tells.
 */
@QuarkusTest
class GlobalCursorTest {
    private static final String ADD = """
            with grown as (update incident set last_sequence = last_sequence + 1 where reference = ? returning *)
            insert into timeline_event (id, incident_id, restricted, sequence, kind, at, audience, summary)
            select gen_random_uuid(), id, restricted, last_sequence, 'DESCRIBED', now(), 'TEAM', 'x' from grown
            """;

    @BeforeEach
    void numberAllEvents() {
        Sql.run(
                "create table numbered_event (number bigint generated always as identity, event_id uuid not null)",
                "create function number_event() returns trigger security definer set search_path = public, pg_temp"
                        + " language plpgsql as $$ begin insert into numbered_event (event_id) values (new.id); return new; end $$",
                "create trigger number after insert on timeline_event for each row execute function number_event()");
    }

    @AfterEach
    void numberThemNoMore() {
        Sql.run("drop trigger number on timeline_event", "drop function number_event()", "drop table numbered_event");
    }

    @Test
    void aNumberOverAllIncidentsLosesWhatIsCommittedLateAndTheSequenceOfOneDoesNot() throws Exception {
        AnIncident slow = AnIncident.reported().open();
        AnIncident quick = AnIncident.reported().open();
        List<String> heard = new ArrayList<>();
        Feed<Numbered> broken = new Feed<>(new ByNumber(), new Reader(heard), Runnable::run, feed -> {});
        broken.request(Long.MAX_VALUE);
        heard.clear();
        try (LiveSocket socket = LiveSocket.open(MAYA);
                Connection late = Database.connect(Database.OWNER)) {
            Following following = socket.followIncident(slow.reference(), null);
            int last = following.event().getInteger("sequence");

            late.setAutoCommit(false);
            new Rows(late).update(ADD, slow.reference());
            quick.then("addNote", "body", "Quick.");
            broken.wake();
            late.commit();
            broken.wake();

            assertThat(following.event().getInteger("sequence")).isEqualTo(last + 1);
            assertThat(heard).as("what the broken one was told").containsExactly(quick.reference());
        }
    }

    private record Numbered(long number, String reference) {}

    private static final class ByNumber implements Source<Numbered> {
        private long after;

        @Override
        public List<Numbered> read() {
            return Database.as(
                    Database.SUPERUSER,
                    rows -> rows.list(
                            "select n.number, i.reference from numbered_event n join timeline_event e on e.id = n.event_id"
                                    + " join incident i on i.id = e.incident_id where n.number > ? order by n.number",
                            row -> new Numbered(row.number("number"), row.text("reference")),
                            after));
        }

        @Override
        public void given(Numbered event) {
            after = event.number();
        }
    }

    private record Reader(List<String> heard) implements Flow.Subscriber<Numbered> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            // The test asks itself.
        }

        @Override
        public void onNext(Numbered event) {
            heard.add(event.reference());
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("Nothing completes it");
        }
    }
}
