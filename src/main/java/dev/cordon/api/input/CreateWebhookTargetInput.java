package dev.cordon.api.input;

import dev.cordon.notice.Channel;
import dev.cordon.notice.NoticeKind;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A target for webhooks. */
@Input("CreateWebhookTargetInput")
@Description("A target for webhooks.")
public record CreateWebhookTargetInput(
        @Description("What it is called in lists, at most 100 characters.") @NonNull
        String name,

        @Description("WEBHOOK or SLACK.") @NonNull Channel channel,

        @Description("Where it is: an https address in at most 2,000 characters of ASCII. It is not shown again.")
        @NonNull
        String url,

        @Description("What it is told; everything if not given.") @Nullable
        List<@NonNull NoticeKind> kinds,

        @Description(
                "Handle of whom it belongs to, who is told by it what they would be told by mail. If not given, it is told what concerns the team of incidents that are not restricted.")
        @Nullable
        String person) {}
