package dev.cordon.notice;

import static dev.cordon.notice.Concerned.ADMINISTRATORS;
import static dev.cordon.notice.Concerned.COMMITTEE;
import static dev.cordon.notice.Concerned.FIX_TEAM;
import static dev.cordon.notice.Concerned.LEAD;
import static dev.cordon.notice.Concerned.OFFERED;
import static dev.cordon.notice.Concerned.ON_CALL;
import static dev.cordon.notice.Concerned.SUBJECT;

import dev.cordon.incident.TimelineKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What kinds of things are told, to whom, and in which words (docs/notices.md). A kind has the name of the timeline's kind it
 * tells of. Where a row says itself whom it concerns, as escalations and notes do, that counts ({@code concerned_by} in the
 * database).
 */
public enum NoticeKind {
    REPORTED("A vulnerability was reported", true, ON_CALL),
    FACT_RECORDED("A fact was recorded", false, LEAD),
    FACT_SUPERSEDED("A fact was corrected", false, LEAD),
    STATUS_CHANGED("The status changed", false, LEAD, FIX_TEAM),
    SCORED("The severity was scored", false, LEAD, FIX_TEAM),
    LEAD_OFFERED("The lead is offered to you", true, OFFERED),
    LEAD_ACKNOWLEDGED("The lead was taken", false, COMMITTEE),
    LEAD_DECLINED("The lead was declined", true, LEAD, ON_CALL),
    FIX_TEAM_JOINED("Somebody joined the fix team", false, SUBJECT, LEAD),
    FIX_TEAM_LEFT("Somebody left the fix team", false, LEAD),
    WAITING_CHANGED("What it waits for changed", false, LEAD),
    POLICY_ADDED("It follows one more policy", false, LEAD),
    POLICY_REBASED("It follows another version of its policy", false, LEAD),
    DATE_PLANNED("A date was planned", false, LEAD, FIX_TEAM),
    DATE_MOVED("A planned date was moved", false, LEAD, FIX_TEAM),
    DATE_WITHDRAWN("A planned date was withdrawn", false, LEAD, FIX_TEAM),
    NOTE_ADDED("There is a new message", false, LEAD, FIX_TEAM),
    BREACH_WITHDRAWN("A missed deadline was withdrawn", false, LEAD),
    BREACH_RESTORED("A missed deadline stands again", false, LEAD),
    WAIVER_ASKED("A waiver waits for a second person", false, COMMITTEE),
    WAIVER_CONFIRMED("A waiver was confirmed", false, LEAD),
    WAIVER_DECLINED("A waiver was declined", false, LEAD),
    WAIVER_WITHDRAWN("A waiver was withdrawn", false, LEAD),
    WAIVER_ENDED("A waiver was ended", false, LEAD),
    MARKED_DUPLICATE("It was marked as a duplicate", false, LEAD),
    RESTRICTED("It was restricted", false, LEAD),
    UNRESTRICTED("It was opened to the committee", false, LEAD),
    ACCESS_GRANTED("You were given access", false, SUBJECT),
    GLASS_BROKEN("The glass was broken", false, SUBJECT, COMMITTEE, ADMINISTRATORS),
    /** Whom it concerns is in the row of the message. */
    REPORTER_TOLD("The team wrote to you", false),
    REPORTER_ANSWERED("The reporter answered", false, LEAD, ON_CALL),
    CREDIT_CHOSEN("The reporter chose how to be named", false, LEAD),
    VENDOR_NOTIFIED("You were notified", false, SUBJECT),
    VENDOR_TOLD("The team wrote to you", false, SUBJECT),
    VENDOR_ACKNOWLEDGED("A vendor acknowledged the notice", false, LEAD),
    VENDOR_ANSWERED("A vendor answered", false, LEAD),
    VENDORS_SILENT("Vendors have not answered, and the disclosure is near", false, LEAD, COMMITTEE),
    NOTICE_DRAFTED("A notice to people outside was drafted", false, LEAD, COMMITTEE),
    NOTICE_APPROVED("A notice to people outside was approved", false, LEAD, COMMITTEE),
    NOTICE_DISCARDED("A notice to people outside was put aside", false, LEAD),
    /** Whom it concerns is in the row of the escalation. */
    ESCALATED("A deadline needs somebody", true),
    /** Whom it concerns is in the row of the notice. */
    NOTICE_SENT("A notice was sent", false),
    /** What administrators are told instead of something urgent that nobody who may see the incident can be told. */
    NOBODY_TOLD("Something urgent happened, and nobody who may see the incident can be told", false);

    /**
     * Told to nobody: what is known to whoever it is about, or is of no use before they look. That a deadline was missed is told
     * by the rung it comes to (ESCALATED).
     */
    static final Set<TimelineKind> UNTOLD = EnumSet.of(
            TimelineKind.IMPORTED,
            TimelineKind.DESCRIBED,
            TimelineKind.BREACH_EXPLAINED,
            TimelineKind.BREACH_RECORDED,
            TimelineKind.ESCALATION_ACKNOWLEDGED,
            TimelineKind.ACCESS_REVOKED,
            TimelineKind.NOTICE_EDITED,
            TimelineKind.REPORTER_LINK_RENEWED,
            TimelineKind.REPORTER_CONTACT_ERASED,
            TimelineKind.VENDOR_NOTICE_WITHDRAWN);

    private final String words;
    private final boolean urgent;
    private final List<Concerned> concerned;

    NoticeKind(String words, boolean urgent, Concerned... concerned) {
        this.words = words;
        this.urgent = urgent;
        this.concerned = List.of(concerned);
    }

    /** What is said of it: no more than that it happened. */
    public String words() {
        return words;
    }

    /** Whether administrators are told that something happened if nobody who may see the incident can be. */
    public boolean isUrgent() {
        return urgent;
    }

    /** Whom it concerns unless its row says so; none if only the row does. */
    public List<Concerned> concerned() {
        return concerned;
    }

    /** Kinds that come from a timeline. */
    static List<NoticeKind> routed() {
        return Arrays.stream(values()).filter(kind -> kind != NOBODY_TOLD).toList();
    }
}
