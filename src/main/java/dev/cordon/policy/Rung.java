package dev.cordon.policy;

import java.util.Arrays;
import java.util.List;

/** A rung of the ladder by which an open deadline, or a lead that nobody takes, climbs to more people. In its order. */
public enum Rung {
    /** The deadline is at risk. */
    AT_RISK,
    /** Little time is left before it is due. */
    BEFORE_DUE,
    /** It passed unmet. */
    BREACHED,
    /** A quarter of its whole time has passed since. */
    QUARTER_PAST,
    /** It is open still, and comes back for as long as it is. */
    STILL_OPEN,
    /** The lead was offered some time ago. */
    OFFER_UNANSWERED,
    /** The offer goes to those who stand by. */
    OFFER_PASSED_ON,
    /** It is open still, and comes back for as long as it is. */
    STILL_OFFERED;

    /** Whether it is about a lead offer rather than a deadline. */
    public boolean isOfOffers() {
        return compareTo(OFFER_UNANSWERED) >= 0;
    }

    /** Whether it warns of a due time that has not passed. */
    public boolean isWarning() {
        return this == AT_RISK || this == BEFORE_DUE;
    }

    /** Whether its climb ends on it: then it calls again and again, and nobody can leave it out. */
    public boolean isLast() {
        return this == STILL_OPEN || this == STILL_OFFERED;
    }

    static List<Rung> ofOffers() {
        return Arrays.stream(values()).filter(Rung::isOfOffers).toList();
    }
}
