package dev.cordon.incident;

import dev.cordon.access.ForbiddenException;
import dev.cordon.incident.Incidents.Verb;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The verbs by which a notice to users or vendors is drafted, approved by a second person where a policy says so, and sent.
 * Sending is the fact that a clock waits for. Source: "Invariants", 6 and 7.
 */
@ApplicationScoped
public class NoticeDrafts {
    private final PolicyBook book;
    private final String product;
    private final List<String> addresses;

    NoticeDrafts(
            PolicyBook book,
            @ConfigProperty(name = "cordon.product") String product,
            @ConfigProperty(name = "cordon.announcement-addresses") Optional<List<String>> addresses) {
        this.book = book;
        this.product = product;
        this.addresses = addresses.orElse(List.of());
    }

    /**
     * Drafts a notice.
     *
     * @param subject in place of the template's, or none
     * @param body in place of the template's, or none
     * @throws NoticeDraftExistsException if one of this kind is open
     */
    public Verb drafting(NoticeDraftKind kind, @Nullable String subject, @Nullable String body) {
        return (incident, act) -> {
            mustBeOpenTo(incident, "draft a notice");
            if (incident.noticeDrafts.stream().anyMatch(draft -> draft.kind == kind && draft.isOpen())) {
                throw new NoticeDraftExistsException(kind);
            }
            NoticeTemplate template = new NoticeTemplate(product, incident);
            String line = Text.optional("subject", subject, Text.LINE);
            String text = Text.optional("body", body, Text.PAGE);
            NoticeDraft draft = NoticeDraft.drafted(
                    incident,
                    kind,
                    line == null ? template.subject(kind) : line,
                    text == null ? template.body(kind) : text,
                    act);
            incident.noticeDrafts.add(draft);
            tell(TimelineKind.NOTICE_DRAFTED, " drafted ", draft, act);
        };
    }

    /** Gives a notice other words, which voids its approval. */
    public Verb editing(String id, String subject, String body) {
        return (incident, act) -> {
            NoticeDraft draft = open(incident, id);
            draft.edit(Text.required("subject", subject, Text.LINE), Text.required("body", body, Text.PAGE), act);
            tell(TimelineKind.NOTICE_EDITED, " edited ", draft, act);
        };
    }

    /** Approves a notice, in person; its words are fixed from then on unless somebody edits it. */
    public Verb approving(String id) {
        return (incident, act) -> {
            mustBeInPerson("approve a notice", act);
            NoticeDraft draft = open(incident, id);
            draft.approve(act);
            tell(TimelineKind.NOTICE_APPROVED, " approved ", draft, act);
        };
    }

    /**
     * Sends a notice, in person: records the fact, and notifies these vendors.
     *
     * @param vendors ids of vendors on the list, for vendors alone
     * @throws NoticeNotApprovedException if a policy of the incident asks for a second person and none approved it
     * @throws InvalidNoticeException if it would reach nobody, or vendors are named for what is for users
     */
    public Verb sending(String id, List<String> vendors) {
        return (incident, act) -> {
            act.by().mustBeCommittee("send a notice");
            mustBeInPerson("send a notice", act);
            mustBeOpenTo(incident, "send a notice");
            NoticeDraft draft = open(incident, id);
            if (draft.approvedAt == null && needsSecondPerson(incident, draft.kind)) {
                throw new NoticeNotApprovedException();
            }
            deliver(draft, vendors, act);
            new FactLog(incident).add(draft.kind.fact(), act.at(), Evidence.NONE, act);
            tell(TimelineKind.NOTICE_SENT, " sent ", draft, act);
        };
    }

    /** Puts a notice aside for good. */
    public Verb discarding(String id, String reason) {
        return (incident, act) -> {
            NoticeDraft draft = open(incident, id);
            draft.discard(Text.required("reason", reason, Text.LINE), act);
            tell(TimelineKind.NOTICE_DISCARDED, " discarded ", draft, act);
        };
    }

    private void deliver(NoticeDraft draft, List<String> vendors, Act act) {
        if (draft.kind.isForVendors()) {
            tellVendors(draft, vendors, act);
            draft.send(List.of(), act);
            return;
        }
        if (!vendors.isEmpty()) {
            throw InvalidNoticeException.forUsers();
        }
        if (addresses.isEmpty()) {
            throw InvalidNoticeException.withoutAddresses();
        }
        draft.send(addresses, act);
    }

    /** They read it on their pages, beside the other messages for vendors. */
    private static void tellVendors(NoticeDraft draft, List<String> named, Act act) {
        Vendors vendors = new Vendors(draft.incident);
        named.forEach(vendor -> vendors.notify(new VendorName(vendor, null), act));
        if (draft.incident.vendorNotices.isEmpty()) {
            throw InvalidNoticeException.withoutVendors();
        }
        String text = draft.subject + "\n\n" + draft.body;
        draft.incident.notes.add(Note.written(draft.incident, text, Audience.VENDORS, act));
    }

    private boolean needsSecondPerson(Incident incident, NoticeDraftKind kind) {
        return incident.policies.stream()
                .flatMap(pin -> book.pinned(pin.policyId, pin.policyVersion).milestones().stream())
                .anyMatch(rule -> rule.secondPerson() && rule.until().contains(kind.fact()));
    }

    private static NoticeDraft open(Incident incident, String id) {
        NoticeDraft draft = incident.noticeDrafts.stream()
                .filter(each -> each.id.toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoticeDraftNotFoundException(id));
        if (!draft.isOpen()) {
            throw new NoticeFrozenException(draft.state());
        }
        return draft;
    }

    private static void mustBeInPerson(String what, Act act) {
        act.by().mustBeInPerson(what);
        if (act.by().machine()) {
            throw new ForbiddenException(what + " as a machine", "a person");
        }
    }

    /** Closed as resolved, a release may still be missing and its clocks go on. */
    private static void mustBeOpenTo(Incident incident, String change) {
        if (incident.closeReason != CloseReason.RESOLVED) {
            incident.mustBeOpenTo(change);
        }
    }

    private static void tell(TimelineKind kind, String what, NoticeDraft draft, Act act) {
        draft.incident.tell(kind, act.actor() + what + draft.kind.words(), draft.id, act);
    }
}
