package dev.cordon.notice.delivery;

import dev.cordon.notice.Channel;
import java.util.UUID;

/**
 * A row this replica holds.
 *
 * @param epoch counts the claims of the row: only who holds the newest may mark it
 * @param tries how many there were, with this one
 */
record Claim(UUID id, Channel channel, long epoch, int tries) {}
