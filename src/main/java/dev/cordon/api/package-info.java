/**
 * The edge: GraphQL in, verbs called, views out. It must not decide anything; a resolver that needs an "if" belongs further in.
 */
@NullMarked
package dev.cordon.api;

import org.jspecify.annotations.NullMarked;
