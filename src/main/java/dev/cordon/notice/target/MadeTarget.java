package dev.cordon.notice.target;

/** A target with the key its webhooks are signed with from now on. The key is shown this once. */
public record MadeTarget(WebhookTarget target, WebhookKey key) {}
