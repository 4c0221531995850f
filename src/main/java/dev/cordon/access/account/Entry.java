package dev.cordon.access.account;

import dev.cordon.access.Role;
import dev.cordon.access.Secret;
import java.time.Instant;

/**
 * That somebody came in: who, by which session, and until when it lasts if it is not used.
 *
 * @param secret what the browser is to keep
 */
public record Entry(Secret secret, String handle, String name, Role role, boolean machine, Instant expiresAt) {}
