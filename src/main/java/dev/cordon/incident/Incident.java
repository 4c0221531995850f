package dev.cordon.incident;

import dev.cordon.access.AccessGrant;
import dev.cordon.cvss.Severity;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.WaitingOn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability report and all that follows: the aggregate root, and the only lock. Every change takes this row
 * first, so its timeline has no gap and two changes never cross. What can be done to it stands in the verbs beside it:
 * {@link Triage}, {@link FactLog}, {@link Handover}, {@link FixTeam}, {@link Waiting}, {@link Planning},
 * {@link Waivers}, {@link Escalations}, {@link Rebases}, {@link NoticeDrafts}, {@link Admission}, {@link Dossier},
 * {@link Correspondence} and {@link Vendors}.
 */
@Entity
public class Incident extends PanacheEntityBase {
    @Id
    public Long id;

    public String reference;

    /** Counts the changes people made; the sweep does not raise it. */
    public long version;

    public boolean restricted;
    public boolean sample;

    @Enumerated(EnumType.STRING)
    public Origin origin;

    @Enumerated(EnumType.STRING)
    public IncidentStatus status;

    @Enumerated(EnumType.STRING)
    public Phase phase;

    public @Nullable String title;
    public @Nullable String cve;
    public List<String> cwes = new ArrayList<>();
    public List<String> components = new ArrayList<>();

    /** The affected ranges as JSON, see {@link AffectedRange}. */
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    public String affected = "[]";

    public List<String> fixedVersions = new ArrayList<>();
    public List<String> links = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    public WaitingOn waitingOn = WaitingOn.NONE;

    public @Nullable Instant waitingSince;
    public @Nullable UUID leadId;
    public @Nullable Instant leadAcknowledgedAt;
    public @Nullable UUID leadOfferedTo;
    public @Nullable UUID leadOfferedBy;
    public @Nullable Instant leadOfferedAt;

    /** When the climb of an unanswered offer comes to the next rung or call. */
    public @Nullable Instant offerEscalatesAt;

    /** The newest score; the two below are its own, so that lists can be ordered by them. */
    public @Nullable UUID scoreId;

    public @Nullable BigDecimal overallScore;

    @Enumerated(EnumType.STRING)
    public @Nullable Severity severity;

    public @Nullable Long duplicateOf;

    @Enumerated(EnumType.STRING)
    public @Nullable CloseReason closeReason;

    public @Nullable Instant closedAt;

    /** The day imported history was published; the hour is not known. */
    public @Nullable LocalDate disclosedOn;

    public @Nullable Instant reportedAt;
    public Instant createdAt;
    public Instant updatedAt;
    public int lastSequence;

    /** The dates planned now; their history is in {@link #dates}. */
    public @Nullable Instant plannedDisclosureAt;

    public @Nullable Instant plannedReleaseAt;

    /** When the vendors who said nothing are listed next, see {@link VendorLook}. */
    public @Nullable Instant nextVendorLookAt;

    /** The earliest due time that is still to be met, missed or not, and not waived: what the queue is ordered by. */
    public @Nullable Instant nextDueAt;

    /** What the sweep looks for: an unrecorded due time that passes, a waiver that ends, a look at vendors, just before a rung. */
    public @Nullable Instant nextSweepAt;

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    public List<Fact> facts = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    public List<Score> scores = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("recordedAt, since")
    public List<WaitPeriod> waits = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    public List<PlannedDateChange> dates = new ArrayList<>();

    /** The policies it follows. */
    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @SQLRestriction("replaced_at is null")
    @OrderBy("base desc, addedAt")
    public List<IncidentPolicy> policies = new ArrayList<>();

    /** Those it followed until a rebase. */
    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @SQLRestriction("replaced_at is not null")
    @OrderBy("replacedAt")
    public List<IncidentPolicy> formerPolicies = new ArrayList<>();

    /** The deadlines of the policies it follows. */
    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @SQLRestriction("replaced_at is null")
    @OrderBy("position")
    public List<Milestone> milestones = new ArrayList<>();

    /** Those of former policies: they count for nothing, but their breaches stand. */
    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @SQLRestriction("replaced_at is not null")
    @OrderBy("replacedAt, position")
    public List<Milestone> formerMilestones = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    public List<Breach> breaches = new ArrayList<>();

    /** The rungs its deadlines and its lead offers have come to. */
    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    public List<Escalation> escalations = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("askedAt")
    public List<Waiver> waivers = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    public List<Note> notes = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    @OrderBy("draftedAt")
    public List<NoticeDraft> noticeDrafts = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST)
    public List<TimelineEvent> timeline = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.PERSIST, orphanRemoval = true)
    public List<FixTeamMember> fixTeam = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST, orphanRemoval = true)
    @JoinColumn(name = "incidentId", insertable = false, updatable = false)
    public List<AccessGrant> grants = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST, orphanRemoval = true)
    @JoinColumn(name = "incidentId", insertable = false, updatable = false)
    public List<VendorNotice> vendorNotices = new ArrayList<>();

    /** What of the current change may withdraw a breach, and why. */
    @Transient
    Correction correction = Correction.NONE;

    static Incident opened(long id, Reference reference, Origin origin, Instant now) {
        Incident incident = new Incident();
        incident.id = id;
        incident.reference = reference.text();
        incident.origin = origin;
        incident.status = origin == Origin.IMPORTED ? IncidentStatus.CLOSED : IncidentStatus.REPORTED;
        incident.phase = Phase.of(incident.status, Set.of());
        incident.createdAt = now;
        incident.updatedAt = now;
        return incident;
    }

    /** The facts that count: neither superseded nor saying that something did not happen. */
    public List<Fact> factsInForce() {
        Set<UUID> superseded = facts.stream()
                .map(fact -> fact.supersedes)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(fact -> !fact.retracts && !superseded.contains(fact.id))
                .toList();
    }

    /** Everything the clocks of this incident go by. */
    public CaseHistory history() {
        return Histories.of(this);
    }

    Reference reference() {
        return new Reference(reference);
    }

    void mustBeOpenTo(String change) {
        if (status == IncidentStatus.CLOSED) {
            throw new IncidentClosedException(change);
        }
    }

    /** Adds to the timeline what a person did. */
    void tell(TimelineKind kind, String summary, @Nullable UUID subject, Act act) {
        append(kind, summary, subject, act).actorId = act.actorId();
    }

    /** Adds to the timeline what Cordon itself noticed. */
    TimelineEvent append(TimelineKind kind, String summary, @Nullable UUID subject, Act act) {
        TimelineEvent event = new TimelineEvent();
        event.belongTo(this);
        event.sequence = ++lastSequence;
        event.kind = kind;
        event.at = act.at();
        event.audience = Audience.TEAM;
        event.subjectId = subject;
        event.summary = summary;
        timeline.add(event);
        updatedAt = act.at();
        return event;
    }
}
