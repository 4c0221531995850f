package dev.cordon.access.account;

import dev.cordon.access.Secret;

/** A token just made, with the secret that is shown this once. */
public record MadeToken(ApiToken token, Secret secret) {}
