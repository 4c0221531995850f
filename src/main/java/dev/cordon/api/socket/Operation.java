package dev.cordon.api.socket;

import dev.cordon.api.live.Ending;
import graphql.ExecutionResult;
import io.smallrye.graphql.execution.ExecutionResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One operation of a socket, from its beginning to its end. It asks for the next event when the one before was written, so a
 * client that reads slowly makes nothing pile up.
 */
final class Operation implements Subscriber<ExecutionResult> {
    private final Socket socket;
    private final String id;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Subscription events;
    private volatile Ending.@Nullable Reason reason;

    Operation(Socket socket, String id) {
        this.socket = socket;
        this.id = id;
    }

    /** Takes what the engine answered: events, or why there are none. */
    void begin(Engine.Begun begun) {
        reason = begun.reason();
        if (begun.result().getData() instanceof Publisher<?> publisher) {
            follow(publisher);
        } else {
            end(Message.error(id, Errors.of(begun.result())));
        }
    }

    /** The client, or the end of its socket, wants no more of it. */
    void cancel() {
        over.set(true);
        cancelEvents();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        events = subscription;
        if (over.get()) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(ExecutionResult event) {
        if (over.get()) {
            return;
        }
        if (!event.getErrors().isEmpty()) {
            end(Message.error(id, Errors.of(event)));
            return;
        }
        socket.send(Message.next(id, new ExecutionResponse(event).getExecutionResultAsJsonObject()))
                .onSuccess(written -> askForNext());
    }

    @Override
    public void onError(Throwable failure) {
        end(Message.error(id, Errors.alone(failure)));
    }

    @Override
    public void onComplete() {
        Ending.Reason known = reason;
        end(
                known == null
                        ? Message.complete(id)
                        : known.get()
                                .map(failure -> Message.error(id, Errors.alone(failure)))
                                .orElseGet(() -> Message.complete(id)));
    }

    @SuppressWarnings("unchecked")
    private void follow(Publisher<?> publisher) {
        ((Publisher<ExecutionResult>) publisher).subscribe(this);
    }

    private void end(Message last) {
        if (over.compareAndSet(false, true)) {
            cancelEvents();
            socket.ended(id, this);
            socket.send(last);
        }
    }

    private void askForNext() {
        Subscription subscription = events;
        if (subscription != null && !over.get()) {
            subscription.request(1);
        }
    }

    private void cancelEvents() {
        Subscription subscription = events;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
