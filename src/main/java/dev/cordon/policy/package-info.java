/**
 * The deadline rules as data, and the pure arithmetic that turns a rule and the facts into due time and state.
 * It must not know a database, a framework, a person, or the present time: every instant is handed in.
 */
@NullMarked
package dev.cordon.policy;

import org.jspecify.annotations.NullMarked;
