package dev.cordon.api.view;

import dev.cordon.notice.Channel;
import dev.cordon.notice.NoticeKind;
import dev.cordon.notice.target.WebhookTarget;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Where webhooks go, without its whole address and its keys. */
@Type("WebhookTarget")
@Description("Where webhooks go, without its whole address and its keys.")
@DefaultNonNull
public record WebhookTargetView(
        @Description("Identifies the target.") @Id String id,

        @Description("What it is called.") String name,

        @Description("How it is told.") Channel channel,

        @Description("Host of its address.") String host,

        @Description("What it is told; everything if there are none.")
        List<@NonNull NoticeKind> kinds,

        @Description("Handle of whom it belongs to; null if it is told what concerns the team.") @Nullable
        String person,

        @Description("When it was made.") Instant createdAt,

        @Description("When it got its key, if not when it was made.") @Nullable
        Instant rotatedAt,

        @Description("How long the key before signs along.") @Nullable
        Instant formerKeyUntil,

        @Description("Since when it is told nothing; null if it is told.") @Nullable
        Instant disabledAt) {
    public static WebhookTargetView of(WebhookTarget target) {
        return new WebhookTargetView(
                target.id().toString(),
                target.name(),
                target.channel(),
                target.host(),
                target.kinds(),
                target.person(),
                target.createdAt(),
                target.rotatedAt(),
                target.formerKeyUntil(),
                target.disabledAt());
    }
}
