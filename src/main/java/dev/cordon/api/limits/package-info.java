/**
 * What one GraphQL request may cost, and what a client is told when something fails. It must not know what is asked for.
 */
@NullMarked
package dev.cordon.api.limits;

import org.jspecify.annotations.NullMarked;
