/**
 * The outbox: which events are told to whom, by which channel, and how each is sent once, without a word of an incident's content.
 * It reads timelines and people, and must not know who asked for the change.
 */
@NullMarked
package dev.cordon.notice;

import org.jspecify.annotations.NullMarked;
