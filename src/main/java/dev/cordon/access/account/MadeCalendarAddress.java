package dev.cordon.access.account;

import dev.cordon.access.Secret;
import java.time.Instant;

/** A calendar's address just made, with the secret that is kept nowhere. */
public record MadeCalendarAddress(Secret secret, Instant createdAt) {}
