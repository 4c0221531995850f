package dev.cordon.incident;

import dev.cordon.access.Person;
import dev.cordon.access.Role;
import dev.cordon.policy.WaitingOn;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which vendors were notified of an incident, what was written to each alone and what they answered. It records no fact: the
 * team says when all were told. Once every vendor has said for sure, the incident no longer waits for them.
 */
public final class Vendors {
    private final Incident incident;

    public Vendors(Incident incident) {
        this.incident = incident;
    }

    /**
     * Notifies a vendor by way of everybody who speaks for it, or a person: from now on they see what is for vendors.
     * Notifying one again reaches those who were added since, and changes nothing for the others.
     *
     * @throws dev.cordon.access.ForbiddenException if somebody else than the committee does it
     * @throws NotVendorException if the person is none
     * @throws NoVendorContactException if nobody speaks for the vendor
     */
    public void notify(VendorName vendor, Act act) {
        act.by().mustBeCommittee("notify a vendor");
        vendor.people().forEach(person -> notify(person, act));
    }

    private void notify(Person person, Act act) {
        if (person.role != Role.VENDOR) {
            throw new NotVendorException(person.handle);
        }
        UUID vendor = VendorContact.vendorOf(person.id);
        VendorNotice known = noticeOf(person.id).orElse(null);
        if (known != null && Objects.equals(known.vendorId, vendor)) {
            return;
        }
        VendorNotice given = VendorNotice.given(incident, person.id, vendor, act);
        sameVendor(given).findFirst().ifPresent(given::answerAs);
        if (known == null) {
            incident.vendorNotices.add(given);
        } else {
            known.becomes(given);
        }
        incident.tell(TimelineKind.VENDOR_NOTIFIED, act.actor() + " notified " + person.name, person.id, act);
    }

    /**
     * Withdraws the notice; it holds from the next statement on. What the vendor wrote stays.
     *
     * @throws dev.cordon.access.ForbiddenException if somebody else than the committee does it
     * @throws NotNotifiedException if there is no such notice
     */
    public void withdraw(VendorName vendor, Act act) {
        act.by().mustBeCommittee("withdraw the notice of a vendor");
        for (VendorNotice notice : notified(vendor)) {
            incident.vendorNotices.remove(notice);
            String summary = act.actor() + " withdrew the notice of " + nameOf(notice.personId);
            incident.tell(TimelineKind.VENDOR_NOTICE_WITHDRAWN, summary, notice.personId, act);
        }
    }

    /**
     * Writes to one vendor alone.
     *
     * @throws NotNotifiedException if they were not notified
     */
    public void write(VendorName vendor, String body, Act act) {
        VendorNotice notice = notified(vendor).get(0);
        String written = Text.required("body", body, Text.PAGE);
        Note note = Note.withVendor(incident, written, Author.TEAM, notice, act);
        incident.notes.add(note);
        String organisation = notice.vendorId == null ? "" : " of " + Vendor.<Vendor>findById(notice.vendorId).name;
        // One for each who is to be told that there is something to read, as notices are.
        sameVendor(notice).map(each -> each.personId).toList().forEach(person -> {
            String what = act.actor() + " wrote to " + nameOf(person) + organisation;
            incident.tell(TimelineKind.VENDOR_TOLD, what, person, act);
        });
    }

    /** Notes that the vendor read their notice; saying it again changes nothing. */
    public void acknowledge(Act act) {
        VendorNotice notice = noticeOf(act.actorId()).orElseThrow();
        if (notice.acknowledgedAt == null) {
            notice.acknowledgedAt = act.at();
            incident.tell(
                    TimelineKind.VENDOR_ACKNOWLEDGED, act.actor() + " acknowledged the notice", act.actorId(), act);
        }
    }

    /**
     * Takes what the vendor says of their product, for all who speak for it; a later answer replaces an earlier one.
     * Whoever answers has read the notice.
     *
     * @param message something for the team, at most 50,000 characters, or none
     */
    public void answer(VendorAnswer answer, @Nullable String message, Act act) {
        String written = Text.optional("message", message, Text.PAGE);
        acknowledge(act);
        VendorNotice notice = noticeOf(act.actorId()).orElseThrow();
        sameVendor(notice).forEach(each -> each.answer(answer, act));
        if (written != null) {
            incident.notes.add(Note.withVendor(incident, written, Author.VENDOR, notice, act));
        }
        incident.tell(TimelineKind.VENDOR_ANSWERED, act.actor() + " answered " + answer, act.actorId(), act);
        if (incident.vendorNotices.stream().allMatch(VendorNotice::isSettled)) {
            new Waiting(incident).answeredBy(WaitingOn.VENDOR, act);
        }
    }

    private List<VendorNotice> notified(VendorName vendor) {
        List<VendorNotice> notices = vendor.noticesOf(incident);
        if (notices.isEmpty()) {
            throw new NotNotifiedException(vendor.text());
        }
        return notices;
    }

    private Stream<VendorNotice> sameVendor(VendorNotice notice) {
        return incident.vendorNotices.stream().filter(notice::isOfSame);
    }

    private static String nameOf(UUID person) {
        return Person.<Person>findById(person).name;
    }

    private Optional<VendorNotice> noticeOf(@Nullable UUID personId) {
        return incident.vendorNotices.stream()
                .filter(notice -> notice.personId.equals(personId))
                .findFirst();
    }
}
