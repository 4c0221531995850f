package dev.cordon.access;

/** What of somebody's input a refusal repeats: enough to recognise it, never a page of it. */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    public static String of(String input) {
        String printable = input.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…";
    }
}
