package dev.cordon.api.reading;

import org.jspecify.annotations.Nullable;

/**
 * What a list is ordered by.
 *
 * @param field none for the list's own order
 * @param descending none for the direction that suits the field
 */
public record ListOrder<F>(@Nullable F field, @Nullable Boolean descending) {}
