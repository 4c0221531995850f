/**
 * What those who follow incidents are told, read from the tables each time something wakes it. It must not know by which
 * protocol they are told.
 */
@NullMarked
package dev.cordon.api.live;

import org.jspecify.annotations.NullMarked;
