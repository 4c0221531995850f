package dev.cordon.notice.channel;

import dev.cordon.notice.target.PinnedAddress;
import dev.cordon.notice.target.TargetAddresses;
import dev.cordon.notice.target.TargetUrl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/**
 * Posts JSON to a target that cannot be used against Cordon: its name is resolved once, every address it has must be allowed, the
 * connection goes to that very address, no redirect is followed, nothing of the answer but its status is read, and after ten
 * seconds it ends.
 */
@ApplicationScoped
class Post {
    private static final int LONGEST_HEAD = 8192;

    private final Vertx vertx;
    private final TargetAddresses addresses;

    Post(Vertx vertx, TargetAddresses addresses) {
        this.vertx = vertx;
        this.addresses = addresses;
    }

    Uni<Void> send(String url, Map<String, String> headers, byte[] body) {
        return Uni.createFrom()
                .item(() -> addresses.pin(TargetUrl.of(url)))
                // Names are looked up by the system, which blocks.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(pinned -> request(pinned, headers, body))
                .ifNoItem()
                .after(Duration.ofMillis(Sender.LONGEST_MILLIS))
                .fail();
    }

    /** A client of its own: no connection is kept or shared, and to close it ends whatever is still going on. */
    private Uni<Void> request(PinnedAddress pinned, Map<String, String> headers, byte[] body) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(1)
                .setMaxHeaderSize(LONGEST_HEAD)
                .setMaxInitialLineLength(LONGEST_HEAD)
                .setDecompressionSupported(false)
                // The path of a chat's webhook is its secret, and nobody outside is told of our traces.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setVerifyHost(true));
        return Uni.createFrom()
                .completionStage(() -> client.request(options(pinned))
                        .compose(request -> status(request, headers, body))
                        .toCompletionStage())
                .onTermination()
                .invoke(client::close)
                .chain(Post::judge);
    }

    private static RequestOptions options(PinnedAddress pinned) {
        TargetUrl url = pinned.url();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), pinned.address()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.isHttps())
                .setURI(url.pathAndQuery())
                .setFollowRedirects(false)
                .setConnectTimeout(Sender.LONGEST_MILLIS)
                .setTimeout(Sender.LONGEST_MILLIS);
    }

    private static Future<Integer> status(HttpClientRequest request, Map<String, String> headers, byte[] body) {
        // Whoever waits is told by the answer that does not come: without these, each end that is meant is logged as an
        // error.
        request.exceptionHandler(end -> {});
        request.putHeader("content-type", "application/json").putHeader("user-agent", "Cordon");
        headers.forEach(request::putHeader);
        return request.send(Buffer.buffer(body)).map(response -> {
            int status = response.statusCode();
            response.exceptionHandler(end -> {});
            request.reset();
            return status;
        });
    }

    private static Uni<Void> judge(int status) {
        if (status >= 200 && status < 300) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().failure(new SendingException("STATUS_" + status));
    }
}
