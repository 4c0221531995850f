package dev.cordon.notice;

/** A way by which Cordon tells somebody something. */
public enum Channel {
    MAIL,
    /** A signed webhook (Standard Webhooks). */
    WEBHOOK,
    /** An incoming webhook as Slack and those compatible with it take them. */
    SLACK
}
