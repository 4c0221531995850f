package dev.cordon.notice.channel;

import dev.cordon.notice.Channel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Sends a notice to an incoming webhook as Slack, Mattermost and Rocket.Chat take them: one line of text. */
@ApplicationScoped
public class SlackSender implements Sender {
    private final Post post;
    private final NoticeWords words;

    SlackSender(Post post, NoticeWords words) {
        this.post = post;
        this.words = words;
    }

    @Override
    public Channel channel() {
        return Channel.SLACK;
    }

    @Override
    public Uni<Void> send(Parcel parcel) {
        String body = new JsonObject().put("text", words.line(parcel)).encode();
        String url = Objects.requireNonNull(parcel.door(), "a webhook goes somewhere")
                .url();
        // They take no such header, but keep what they get: a repeat can be told from a second notice.
        Map<String, String> headers = Map.of("webhook-id", parcel.id().toString());
        return post.send(url, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
