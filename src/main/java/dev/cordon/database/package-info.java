/**
 * PostgreSQL as Cordon meets it: the embedded server of dev and test, the time it tells, the roles it must be met with,
 * and rows read straight into values. It must not know what an incident is.
 */
@NullMarked
package dev.cordon.database;

import org.jspecify.annotations.NullMarked;
