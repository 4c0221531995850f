package dev.cordon.api;

import dev.cordon.api.input.CreateWebhookTargetInput;
import dev.cordon.api.input.DisableWebhookTargetInput;
import dev.cordon.api.input.RotateWebhookKeyInput;
import dev.cordon.api.view.NewWebhookKeyView;
import dev.cordon.api.view.WebhookTargetView;
import dev.cordon.notice.NoticeKind;
import dev.cordon.notice.target.NewTarget;
import dev.cordon.notice.target.TargetUrl;
import dev.cordon.notice.target.WebhookTargets;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries and mutations of administrators about where webhooks go, in person, never by a token. */
@GraphQLApi
public class WebhookApi {
    private final WebhookTargets targets;

    WebhookApi(WebhookTargets targets) {
        this.targets = targets;
    }

    @Query("webhookTargets")
    @Description("Where webhooks go, the first 200, the disabled ones last. Administrators only.")
    public @NonNull List<@NonNull WebhookTargetView> webhookTargets() {
        return targets.all().stream().map(WebhookTargetView::of).toList();
    }

    @Mutation("createWebhookTarget")
    @Description("Makes a target for webhooks, with a key of its own. Administrators only.")
    public @NonNull NewWebhookKeyView createWebhookTarget(
            @Name("input") @Description("What target.") @NonNull CreateWebhookTargetInput input) {
        List<NoticeKind> kinds = input.kinds() == null ? List.of() : input.kinds();
        TargetUrl url = TargetUrl.of(input.url());
        return NewWebhookKeyView.of(
                targets.make(new NewTarget(input.name(), input.channel(), url, kinds, input.person())));
    }

    @Mutation("rotateWebhookKey")
    @Description("Gives a target another key; for 24 hours the one before signs along. Administrators only.")
    public @NonNull NewWebhookKeyView rotateWebhookKey(
            @Name("input") @Description("Which one.") @NonNull RotateWebhookKeyInput input) {
        return NewWebhookKeyView.of(targets.rotate(input.id()));
    }

    @Mutation("disableWebhookTarget")
    @Description("Tells a target nothing any more, what is queued for it neither. Administrators only.")
    public @NonNull WebhookTargetView disableWebhookTarget(
            @Name("input") @Description("Which one.") @NonNull DisableWebhookTargetInput input) {
        return WebhookTargetView.of(targets.disable(input.id()));
    }
}
