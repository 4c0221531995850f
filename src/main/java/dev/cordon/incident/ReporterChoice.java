package dev.cordon.incident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the reporter decided after reporting; the report itself never changes. */
@Entity
public class ReporterChoice extends PanacheEntityBase {
    @Id
    public long incidentId;

    /** Follows the incident; the database keeps it right. */
    @Column(updatable = false)
    public boolean restricted;

    /** How they want to be named; as the report says, if they chose nothing since. */
    @Enumerated(EnumType.STRING)
    public @Nullable CreditPreference creditPreference;

    /** The name to give; erased with their contact. */
    public @Nullable String creditName;

    public @Nullable Instant chosenAt;
    public @Nullable Instant contactErasedAt;

    /** Changes what was decided on an incident. */
    static void change(Incident incident, Consumer<ReporterChoice> decision) {
        ReporterChoice choice = findById(incident.id);
        if (choice != null) {
            decision.accept(choice);
            return;
        }
        ReporterChoice first = new ReporterChoice();
        first.incidentId = incident.id;
        first.restricted = incident.restricted;
        decision.accept(first);
        first.persist();
    }
}
