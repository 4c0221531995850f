/**
 * Who is asking, what they may see, and the transaction every operation runs in. It must not know what the incidents it
 * guards are made of.
 */
@NullMarked
package dev.cordon.access;

import org.jspecify.annotations.NullMarked;
