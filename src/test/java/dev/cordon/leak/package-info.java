/** The leak matrix: who may get what, written down and tried out. It knows the API and the database, nothing between. */
@NullMarked
package dev.cordon.leak;

import org.jspecify.annotations.NullMarked;
