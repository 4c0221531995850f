package dev.cordon.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.access.ForbiddenException;
import dev.cordon.database.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One reader of a source: given what is wanted and no more, read again what grew old, ended by a refusal alone. */
class FeedTest {
    private final Numbers source = new Numbers();
    private final Reader reader = new Reader();
    private final List<Feed<Integer>> ended = new ArrayList<>();
    private final Feed<Integer> feed = new Feed<>(source, reader, Runnable::run, ended::add);

    @Test
    void givesNoMoreThanIsWantedAndReadsNothingUnasked() {
        source.last = 250;
        feed.wake();
        assertThat(source.readings).isZero();

        feed.request(3);
        assertThat(reader.heard).containsExactly(1, 2, 3);
        feed.request(Long.MAX_VALUE);

        assertThat(reader.heard).hasSize(250).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void readsAgainWhenWokenOnly() {
        feed.request(10);
        source.last = 2;
        feed.request(10);
        assertThat(reader.heard).isEmpty();

        feed.wake();

        assertThat(reader.heard).containsExactly(1, 2);
    }

    @Test
    void whatIsWokenWhileItGivesIsNotForgotten() {
        source.last = 1;
        reader.meanwhile = () -> {
            source.last = 2;
            reader.meanwhile = null;
            feed.wake();
        };

        feed.request(10);

        assertThat(reader.heard).containsExactly(1, 2);
    }

    @Test
    void whatWasReadLongAgoIsReadAgainWithTheRightsOfNow() throws InterruptedException {
        source.last = 5;
        feed.request(2);
        TimeUnit.MILLISECONDS.sleep(1_100);
        source.failure = new ForbiddenException("read on", "somebody");

        feed.request(1);

        assertThat(reader.heard).containsExactly(1, 2);
        assertThat(reader.failure).isSameAs(source.failure);
    }

    @Test
    void aDatabaseThatIsAwayEndsNothing() {
        source.failure = new DatabaseException(new SQLException("away", "08006"));
        feed.request(10);
        source.failure = null;
        source.last = 2;

        feed.retry();

        assertThat(reader.failure).isNull();
        assertThat(ended).isEmpty();
        assertThat(reader.heard).containsExactly(1, 2);
    }

    @Test
    void aRefusalEndsItOnce() {
        source.failure = new ForbiddenException("read on", "somebody");
        feed.request(10);
        source.failure = null;
        source.last = 2;
        feed.wake();

        assertThat(ended).contains(feed);
        assertThat(reader.failures).isEqualTo(1);
        assertThat(reader.heard).isEmpty();
    }

    @Test
    void whoCancelsHearsNoMore() {
        feed.request(10);
        feed.cancel();
        source.last = 2;
        feed.wake();

        assertThat(ended).contains(feed);
        assertThat(reader.heard).isEmpty();
        assertThat(reader.failure).isNull();
    }

    private static final class Numbers implements Source<Integer> {
        private int last;
        private int given;
        private int readings;
        private @Nullable RuntimeException failure;

        @Override
        public List<Integer> read() {
            readings++;
            if (failure != null) {
                throw failure;
            }
            List<Integer> numbers = new ArrayList<>();
            for (int i = given + 1; i <= last && numbers.size() < MOST; i++) {
                numbers.add(i);
            }
            return numbers;
        }

        @Override
        public void given(Integer number) {
            given = number;
        }
    }

    private static final class Reader implements Flow.Subscriber<Integer> {
        private final List<Integer> heard = new ArrayList<>();
        private int failures;
        private @Nullable Throwable failure;
        private @Nullable Runnable meanwhile;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            // The test wants what it wants.
        }

        @Override
        public void onNext(Integer number) {
            heard.add(number);
            if (meanwhile != null) {
                meanwhile.run();
            }
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
            failures++;
        }

        @Override
        public void onComplete() {
            throw new AssertionError("Nothing completes it");
        }
    }
}
