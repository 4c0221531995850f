package dev.cordon.incident;

import org.jspecify.annotations.Nullable;

/**
 * What backs a fact: a note of at most 50,000 characters, a web address, both or neither.
 *
 * @throws InvalidTextException if the note is too long or the address is none
 */
public record Evidence(@Nullable String note, @Nullable String url) {
    public static final Evidence NONE = new Evidence(null, null);

    public Evidence {
        note = Text.optional("note", note, Text.PAGE);
        url = Text.url("evidenceUrl", url);
    }

    public static Evidence noted(@Nullable String note) {
        return new Evidence(note, null);
    }
}
