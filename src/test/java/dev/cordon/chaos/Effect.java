package dev.cordon.chaos;

/**
 * What a client knows was done, because Cordon answered that it was.
 *
 * @param mutation the one that was sent
 * @param marker text that this mutation alone wrote
 * @param reference the incident it was done to, as answered
 */
record Effect(String mutation, String marker, String reference) {}
