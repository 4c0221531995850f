package dev.cordon.notice.channel;

import dev.cordon.notice.Channel;
import dev.cordon.notice.channel.Parcel.Door;
import dev.cordon.notice.target.WebhookKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Sends a notice as a signed webhook: {@code webhook-id} is that of the row on every try, {@code webhook-signature} holds one
 * signature for each key that is good.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>
 */
@ApplicationScoped
public class WebhookSender implements Sender {
    private final Post post;
    private final NoticeWords words;

    WebhookSender(Post post, NoticeWords words) {
        this.post = post;
        this.words = words;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Uni<Void> send(Parcel parcel) {
        Door door = Objects.requireNonNull(parcel.door(), "a webhook goes somewhere");
        String body = body(parcel);
        Map<String, String> headers = signed(parcel, door.keys(), body);
        return post.send(door.url(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> signed(Parcel parcel, List<String> keys, String body) {
        String id = parcel.id().toString();
        long seconds = parcel.sentAt().getEpochSecond();
        String signatures = keys.stream()
                .map(key -> WebhookKey.of(key).sign(id, seconds, body))
                .collect(Collectors.joining(" "));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put("webhook-signature", signatures);
        return headers;
    }

    private String body(Parcel parcel) {
        JsonObject data = new JsonObject()
                .put("reference", parcel.reference())
                .put("kind", parcel.kind().name())
                .put("what", words.what(parcel))
                .put("link", words.link(parcel));
        return new JsonObject()
                .put("type", NoticeWords.type(parcel))
                .put("timestamp", parcel.happenedAt().toString())
                .put("data", data)
                .encode();
    }
}
