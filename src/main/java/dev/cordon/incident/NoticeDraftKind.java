package dev.cordon.incident;

import dev.cordon.policy.FactKind;

/** Whom a notice is for, and what it says. */
public enum NoticeDraftKind {
    FORTHCOMING_FIX(FactKind.FORTHCOMING_FIX_ANNOUNCED),
    VENDOR_ADVANCE(FactKind.VENDORS_NOTIFIED),
    VENDOR_FINAL(FactKind.VENDORS_FINALLY_NOTIFIED);

    private final FactKind fact;

    NoticeDraftKind(FactKind fact) {
        this.fact = fact;
    }

    /** What sending it is, for the clocks. */
    FactKind fact() {
        return fact;
    }

    boolean isForVendors() {
        return this != FORTHCOMING_FIX;
    }

    /** How the timeline names it. */
    String words() {
        return switch (this) {
            case FORTHCOMING_FIX -> "the announcement of a forthcoming fix";
            case VENDOR_ADVANCE -> "the advance notice for vendors";
            case VENDOR_FINAL -> "the final notice for vendors";
        };
    }
}
