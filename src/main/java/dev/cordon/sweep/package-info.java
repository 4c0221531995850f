/**
 * The heartbeat: records the breaches whose time has come. It must not know what an incident is about; its database role
 * cannot read that.
 */
@NullMarked
package dev.cordon.sweep;

import org.jspecify.annotations.NullMarked;
