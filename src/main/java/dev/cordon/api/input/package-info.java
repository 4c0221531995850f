/**
 * What a request may say: one record for each GraphQL input. It must not check what the values inside mean.
 */
@NullMarked
package dev.cordon.api.input;

import org.jspecify.annotations.NullMarked;
