/**
 * Completes plain records in answers straight from their accessors, because the engine makes a context of its own for every
 * leaf, which is most of what a page of the queue costs. It is only faster: whatever is not plain is left to the engine.
 */
@NullMarked
package dev.cordon.api.lean;

import org.jspecify.annotations.NullMarked;
