/** Drafts the retrospective of an incident from what was recorded, as data and as Markdown. It must not know rows or who asks. */
@NullMarked
package dev.cordon.api.report;

import org.jspecify.annotations.NullMarked;
