/**
 * Tests of the web console in a real browser, for profile {@code browser}. It must not know how pages are built: it sees
 * what people see, and uses what they use.
 */
@NullMarked
package dev.cordon.browser;

import org.jspecify.annotations.NullMarked;
