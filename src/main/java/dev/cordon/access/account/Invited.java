package dev.cordon.access.account;

import dev.cordon.access.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An account, and the link by which its person chooses a password.
 *
 * @param invitation shown once; none for a machine, which comes by token only
 */
public record Invited(Account account, @Nullable Secret invitation) {}
