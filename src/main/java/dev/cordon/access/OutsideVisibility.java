package dev.cordon.access;

/**
 * The one place in code that says which rows those outside the team may see of the views made for them: reporters their
 * own reports, vendors what they were notified of, auditors all times, administrators who asks to break the glass. The
 * views hold the same conditions; each hides the row when the other is missing.
 */
public final class OutsideVisibility {
    private static final String NOTHING = "(false)";

    private OutsideVisibility() {}

    /**
     * The condition over {@code reporter_incident}.
     *
     * @param view its alias, such as {@code i}
     */
    public static String ofReporter(Viewer viewer, String view) {
        if (viewer.isByLink()) {
            return "((select actor_link()) = any (" + view + ".links))";
        }
        return viewer.role() == Role.REPORTER ? "(" + view + ".reporter_id = (select actor_id()))" : NOTHING;
    }

    /**
     * The condition over {@code vendor_incident}.
     *
     * @param view its alias, such as {@code i}
     */
    public static String ofVendor(Viewer viewer, String view) {
        return viewer.role() == Role.VENDOR ? "(" + view + ".vendor_id = (select actor_id()))" : NOTHING;
    }

    /** The condition over the {@code audited_} views. */
    public static String ofAuditor(Viewer viewer) {
        return viewer.role() == Role.AUDITOR ? "(true)" : NOTHING;
    }

    /** The condition over {@code administered_glass_break}. */
    public static String ofAdministrator(Viewer viewer) {
        return viewer.role() == Role.ADMINISTRATOR ? "(true)" : NOTHING;
    }
}
