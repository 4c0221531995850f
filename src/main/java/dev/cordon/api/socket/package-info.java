/**
 * Subscriptions over WebSockets, in the sub-protocol graphql-transport-ws: who may open one, for how long, and what goes over
 * it. It must not know what is subscribed to.
 */
@NullMarked
package dev.cordon.api.socket;

import org.jspecify.annotations.NullMarked;
