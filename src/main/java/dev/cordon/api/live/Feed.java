package dev.cordon.api.live;

import dev.cordon.database.Outage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One reader of a source. It reads when it was woken and its reader is ready for more, and never keeps more than one reading;
 * what it could not give within a second is read again, with the rights of then. A database that is away ends
 * nothing: it is tried again.
 */
final class Feed<T> implements Flow.Subscription {
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Source<T> source;
    private final Flow.Subscriber<? super T> reader;
    private final Consumer<Runnable> workers;
    private final Consumer<Feed<T>> atEnd;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicInteger signals = new AtomicInteger();
    private final Deque<T> read = new ArrayDeque<>();
    private long readAt;
    private volatile boolean woken = true;
    private volatile boolean over;

    /**
     * @param workers runs what may wait for the database, elsewhere
     * @param atEnd called once or more when nothing more will be given
     */
    Feed(Source<T> source, Flow.Subscriber<? super T> reader, Consumer<Runnable> workers, Consumer<Feed<T>> atEnd) {
        this.source = source;
        this.reader = reader;
        this.workers = workers;
        this.atEnd = atEnd;
    }

    /** There may be something new. */
    void wake() {
        woken = true;
        signal();
    }

    /** Tries again what failed. */
    void retry() {
        if (woken) {
            signal();
        }
    }

    @Override
    public void request(long more) {
        wanted.accumulateAndGet(more, (before, added) -> before + added < 0 ? Long.MAX_VALUE : before + added);
        signal();
    }

    @Override
    public void cancel() {
        over = true;
        atEnd.accept(this);
    }

    /** The first signal starts the work, those that come meanwhile make it go on: so one thread works at a time. */
    private void signal() {
        if (signals.getAndIncrement() == 0) {
            workers.accept(this::work);
        }
    }

    private void work() {
        int seen = signals.get();
        while (seen != 0) {
            giveAll();
            seen = signals.addAndGet(-seen);
        }
    }

    private void giveAll() {
        try {
            while (!over && wanted.get() > 0 && hasNext()) {
                T event = read.remove();
                source.given(event);
                wanted.decrementAndGet();
                reader.onNext(event);
            }
        } catch (RuntimeException failure) {
            fail(failure);
        }
    }

    private boolean hasNext() {
        if (!read.isEmpty() && System.nanoTime() - readAt > FRESH) {
            read.clear();
            woken = true;
        }
        if (read.isEmpty() && woken) {
            woken = false;
            readAt = System.nanoTime();
            List<T> more = source.read();
            read.addAll(more);
            woken |= more.size() >= Source.MOST;
        }
        return !read.isEmpty();
    }

    private void fail(RuntimeException failure) {
        if (Outage.isBehind(failure)) {
            woken = true;
        } else if (!over) {
            cancel();
            reader.onError(failure);
        }
    }
}
