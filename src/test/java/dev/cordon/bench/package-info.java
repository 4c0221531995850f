/**
 * What Cordon costs: a programme of any size, loaded in minutes, the plans of its hot statements, and the measurements of
 * {@code ./mvnw verify -Pbench} (docs/performance.md). Everything is asked of the package, from outside.
 */
@NullMarked
package dev.cordon.bench;

import org.jspecify.annotations.NullMarked;
