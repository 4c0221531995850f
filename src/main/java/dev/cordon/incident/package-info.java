/**
 * The heart: one vulnerability report and all that follows, and the one place where its state changes. It must not know
 * how it is asked (GraphQL), told (notices) or swept.
 */
@NullMarked
package dev.cordon.incident;

import org.jspecify.annotations.NullMarked;
