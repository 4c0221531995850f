package dev.cordon.notice.target;

import dev.cordon.access.DomainException;
import dev.cordon.access.Excerpt;

/** There is no target of this id that is still told anything. */
public final class WebhookTargetNotFoundException extends DomainException {
    WebhookTargetNotFoundException(String id) {
        super("There is no webhook target \"" + Excerpt.of(id)
                + "\" that was not disabled. Take an id from webhookTargets.");
    }
}
