/** What the GraphQL schema says of words that are defined further in. It must not change what a request does. */
@NullMarked
package dev.cordon.api.schema;

import org.jspecify.annotations.NullMarked;
