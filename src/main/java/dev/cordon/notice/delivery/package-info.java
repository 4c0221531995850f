/** Sends what is in the outbox: claims, hands over to the channels, and keeps what came of it. It sees no content of an incident. */
@NullMarked
package dev.cordon.notice.delivery;

import org.jspecify.annotations.NullMarked;
