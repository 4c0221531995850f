package dev.cordon.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * So many clients, each on a connection of its own that stays open, each asking again as soon as it was answered. All of them
 * are one thread: nothing here is shared.
 */
final class Load implements AutoCloseable {
    private static final byte REFUSED = 'e';
    private static final int NAME_OF_FIRST_FIELD = 2;

    private static final int LONGEST_WARM_UP = 3;

    private final Vertx vertx = Vertx.vertx();

    /** What came of it; times in milliseconds. */
    record Outcome(int answers, int failures, double seconds, double median, double slowest) {
        double perSecond() {
            return answers / seconds;
        }
    }

    /** What is asked of whom. */
    record Question(Peer peer, String path, String authorization, List<Buffer> bodies) {
        static Question of(Peer peer, Operation operation, Programme programme) {
            return new Question(
                    peer,
                    peer.path(operation),
                    peer.authorization(operation.caller(programme)),
                    operation.bodies(programme).stream().map(Buffer::buffer).toList());
        }
    }

    /** Asks until this time has passed, and waits for the answers under way. */
    Outcome run(Question question, int connections, Duration time) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(connections).setKeepAlive(true));
        Clients clients = new Clients(client, question, System.nanoTime() + time.toNanos(), connections);
        long begin = System.nanoTime();
        vertx.runOnContext(now -> clients.begin(connections));
        clients.await();
        double seconds = (System.nanoTime() - begin) / 1e9;
        client.close();
        return clients.outcome(seconds);
    }

    /**
     * Asks for this time without measuring, and up to three times as long where the program gets so little of a busy machine that it
     * has not worked for half of it.
     */
    void warmUp(Question question, int connections, Duration time) {
        long program = question.peer.pid();
        double enough = Processor.seconds(program) + time.toMillis() / 2000.0;
        for (int i = 0; i == 0 || i < LONGEST_WARM_UP && Processor.seconds(program) < enough; i++) {
            run(question, connections, time);
        }
    }

    @Override
    public void close() {
        vertx.close();
    }

    private static final class Clients {
        private final HttpClient client;
        private final Question question;
        private final long end;
        private final CountDownLatch running;
        private int next;
        private int failures;
        private int answers;
        private long[] nanos = new long[1 << 16];

        Clients(HttpClient client, Question question, long end, int connections) {
            this.client = client;
            this.question = question;
            this.end = end;
            running = new CountDownLatch(connections);
        }

        void begin(int connections) {
            for (int i = 0; i < connections; i++) {
                ask();
            }
        }

        void await() {
            try {
                running.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        Outcome outcome(double seconds) {
            long[] times = Arrays.copyOf(nanos, answers);
            Arrays.sort(times);
            return new Outcome(answers, failures, seconds, at(times, 0.5), at(times, 0.99));
        }

        private static double at(long[] times, double share) {
            return times.length == 0 ? Double.NaN : times[(int) ((times.length - 1) * share)] / 1e6;
        }

        private void ask() {
            long begin = System.nanoTime();
            if (begin >= end) {
                running.countDown();
                return;
            }
            client.request(HttpMethod.POST, question.peer.port(), "127.0.0.1", question.path)
                    .compose(this::send)
                    .compose(HttpClientResponse::body)
                    .onSuccess(body -> answered(body, begin))
                    .onFailure(failure -> failed());
        }

        private io.vertx.core.Future<HttpClientResponse> send(HttpClientRequest request) {
            request.putHeader("Content-Type", "application/json").putHeader("Authorization", question.authorization);
            next = (next + 1) % question.bodies.size();
            return request.send(question.bodies.get(next));
        }

        private void answered(Buffer body, long begin) {
            if (body.length() <= NAME_OF_FIRST_FIELD || body.getByte(NAME_OF_FIRST_FIELD) == REFUSED) {
                failed();
                return;
            }
            if (answers == nanos.length) {
                nanos = Arrays.copyOf(nanos, answers * 2);
            }
            nanos[answers++] = System.nanoTime() - begin;
            ask();
        }

        private void failed() {
            failures++;
            ask();
        }
    }
}
