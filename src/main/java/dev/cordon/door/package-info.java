/**
 * What every HTTP request passes before anything else sees it: its path, its origin, its size, its form, and the budget
 * of whoever sends it. It must not know what is asked for, nor by whom: people and incidents mean nothing here.
 */
@NullMarked
package dev.cordon.door;

import org.jspecify.annotations.NullMarked;
