package dev.cordon.api.view;

import dev.cordon.notice.target.MadeTarget;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A target with a key just made. */
@Type("NewWebhookKey")
@Description("A target with a key just made.")
@DefaultNonNull
public record NewWebhookKeyView(
        @Description("The target.") WebhookTargetView target,

        @Description(
                "What its webhooks are signed with (Standard Webhooks), shown this once; it begins with whsec_. Not used for SLACK.")
        String key) {
    public static NewWebhookKeyView of(MadeTarget made) {
        return new NewWebhookKeyView(
                WebhookTargetView.of(made.target()), made.key().text());
    }

    /** Never the key: records print themselves into logs. */
    @Override
    public String toString() {
        return "NewWebhookKeyView[hidden]";
    }
}
