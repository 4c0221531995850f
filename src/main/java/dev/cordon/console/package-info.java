/**
 * Serves the web console: its shell and its modules, as files. It must not know what they show: a browser has everything
 * else from the API.
 */
@NullMarked
package dev.cordon.console;

import org.jspecify.annotations.NullMarked;
