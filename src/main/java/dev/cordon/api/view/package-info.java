/**
 * What the team sees of an incident and the lists around it: one record for each GraphQL type, filled straight from rows.
 * It must not know how they were found.
 */
@NullMarked
package dev.cordon.api.view;

import org.jspecify.annotations.NullMarked;
