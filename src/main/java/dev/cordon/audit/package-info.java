/**
 * The sealed audit log: chains committed audit rows, signs and exports the chain's heads, and verifies both offline. It must
 * not know what an incident is, nor who may see one; it meets ids only.
 */
@NullMarked
package dev.cordon.audit;

import org.jspecify.annotations.NullMarked;
