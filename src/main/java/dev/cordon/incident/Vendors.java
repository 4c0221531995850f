package dev.cordon.incident;

import dev.cordon.access.Person;
import dev.cordon.access.Role;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which vendors were notified of an incident and what they answered. It records no fact: the team says when all were told. */
public final class Vendors {
    private final Incident incident;

    public Vendors(Incident incident) {
        this.incident = incident;
    }

    /**
     * Notifies a vendor: from now on they see what is for vendors. Notifying one again changes nothing.
     *
     * @throws dev.cordon.access.ForbiddenException if somebody else than the committee does it
     * @throws NotVendorException if the person is none
     */
    public void notify(Person person, Act act) {
        act.by().mustBeCommittee("notify a vendor");
        if (person.role != Role.VENDOR) {
            throw new NotVendorException(person.handle);
        }
        if (noticeOf(person.id).isEmpty()) {
            incident.vendorNotices.add(VendorNotice.given(incident, person.id, act));
            incident.tell(TimelineKind.VENDOR_NOTIFIED, act.actor() + " notified " + person.name, person.id, act);
        }
    }

    /**
     * Withdraws the notice; it holds from the next statement on. What the vendor wrote stays.
     *
     * @throws dev.cordon.access.ForbiddenException if somebody else than the committee does it
     * @throws NotNotifiedException if there is no such notice
     */
    public void withdraw(Person person, Act act) {
        act.by().mustBeCommittee("withdraw the notice of a vendor");
        if (!incident.vendorNotices.removeIf(notice -> notice.personId.equals(person.id))) {
            throw new NotNotifiedException(person.handle);
        }
        String summary = act.actor() + " withdrew the notice of " + person.name;
        incident.tell(TimelineKind.VENDOR_NOTICE_WITHDRAWN, summary, person.id, act);
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
     * Takes what the vendor says of their product; a later answer replaces an earlier one. Whoever answers has read the
     * notice.
     *
     * @param message something for the team, at most 50,000 characters, or none
     */
    public void answer(VendorAnswer answer, @Nullable String message, Act act) {
        String written = Text.optional("message", message, Text.PAGE);
        acknowledge(act);
        VendorNotice notice = noticeOf(act.actorId()).orElseThrow();
        notice.answer = answer;
        notice.answeredAt = act.at();
        if (written != null) {
            incident.notes.add(Note.answered(incident, written, Author.VENDOR, act));
        }
        incident.tell(TimelineKind.VENDOR_ANSWERED, act.actor() + " answered " + answer, act.actorId(), act);
    }

    private Optional<VendorNotice> noticeOf(@Nullable UUID personId) {
        return incident.vendorNotices.stream()
                .filter(notice -> notice.personId.equals(personId))
                .findFirst();
    }
}
