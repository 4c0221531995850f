package dev.cordon.api.live;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Why the feed of a subscription ended, for whoever tells the client. The engine between them has no words for it: a failure
 * would become an event without the data that the schema promises.
 */
@RequestScoped
public class Ending {
    private final AtomicReference<@Nullable Throwable> cause = new AtomicReference<>();

    /** Keeps what the request's feed will end with; to be asked while the request lasts, answered as long as the feed does. */
    public Reason reason() {
        return new Reason(cause);
    }

    /** What a feed ended with. */
    public record Reason(AtomicReference<@Nullable Throwable> cause) {
        /** None if it did not end, or nothing is wrong. */
        public Optional<Throwable> get() {
            return Optional.ofNullable(cause.get());
        }

        /** A reader for whom a failure is an end like every other. */
        <T> Flow.Subscriber<T> toldTo(Flow.Subscriber<? super T> reader) {
            return new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    reader.onSubscribe(subscription);
                }

                @Override
                public void onNext(T event) {
                    reader.onNext(event);
                }

                @Override
                public void onError(Throwable failure) {
                    cause.set(failure);
                    reader.onComplete();
                }

                @Override
                public void onComplete() {
                    reader.onComplete();
                }
            };
        }
    }
}
