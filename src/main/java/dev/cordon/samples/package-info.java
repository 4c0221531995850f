/**
 * Dev mode and tests only, absent from the package: sample people who sign in by a header, a time that can be moved, and
 * incidents made up from published CVEs. It must not write an incident's state other than through the public verbs.
 */
@NullMarked
package dev.cordon.samples;

import org.jspecify.annotations.NullMarked;
