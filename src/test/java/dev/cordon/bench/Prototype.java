package dev.cordon.bench;

/**
 * An incident that was made over the API, of which a programme has many.
 *
 * @param share how many in a thousand incidents are like it
 */
record Prototype(String reference, boolean open, int share) {}
