/**
 * Cordon as it is shipped, under kill, garbage and prying eyes: {@code ./mvnw verify -Pchaos}. It must not know any class of
 * Cordon that serves people.
 */
@NullMarked
package dev.cordon.chaos;

import org.jspecify.annotations.NullMarked;
