package dev.cordon.api;

/** What the schema says of the arguments of every connection. */
final class PageArguments {
    static final String FIRST = "How many from the start or after a cursor, 1 to 100.";
    static final String AFTER = "Cursor to go on after.";
    static final String LAST = "How many from the end or before a cursor, 1 to 100.";
    static final String BEFORE = "Cursor to go back from.";

    private PageArguments() {}
}
