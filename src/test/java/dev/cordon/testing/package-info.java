/** What tests share: a GraphQL client, builders of incidents, and SQL as the owner. It must not hold any assertion of a rule. */
@NullMarked
package dev.cordon.testing;

import org.jspecify.annotations.NullMarked;
