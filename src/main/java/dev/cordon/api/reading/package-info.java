/**
 * How pages and objects are read: one transaction, one statement for each kind of row, whatever the page size. It must not
 * write anything but audit rows.
 */
@NullMarked
package dev.cordon.api.reading;

import org.jspecify.annotations.NullMarked;
