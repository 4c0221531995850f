/** Deadlines for calendars: a feed that holds references and times, no content. */
@NullMarked
package dev.cordon.api.calendar;

import org.jspecify.annotations.NullMarked;
