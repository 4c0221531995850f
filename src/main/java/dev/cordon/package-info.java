/** The program. It must not know more than where to begin. */
@NullMarked
package dev.cordon;

import org.jspecify.annotations.NullMarked;
