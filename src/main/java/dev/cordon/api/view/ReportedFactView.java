package dev.cordon.api.view;

import dev.cordon.policy.FactKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Something that happened in the incident, as a report tells it. */
@Type("ReportedFact")
@Description("Something that happened in the incident, as a report tells it.")
@DefaultNonNull
public record ReportedFactView(
        @Description("What happened.") FactKind kind,
        @Description("When it happened.") Instant occurredAt,

        @Description("When it was recorded, if that was later.") @Nullable
        Instant recordedAt,

        @Description("What was noted with it.") @Nullable String note,
        @Description("Where the evidence is.") @Nullable String evidenceUrl) {
    public static ReportedFactView of(FactView fact) {
        boolean late = fact.recordedAt().isAfter(fact.occurredAt());
        return new ReportedFactView(
                fact.kind(), fact.occurredAt(), late ? fact.recordedAt() : null, fact.note(), fact.evidenceUrl());
    }
}
