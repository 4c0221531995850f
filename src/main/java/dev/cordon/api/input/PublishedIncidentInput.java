package dev.cordon.api.input;

import dev.cordon.incident.PublishedIncident;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A past incident as it was published, with what is known. */
@Input("PublishedIncidentInput")
@Description("A past incident as it was published, with what is known.")
public record PublishedIncidentInput(
        @Description("What it is about, in one line; empty to take it away.") @Nullable
        String title,

        @Description("Its CVE, such as CVE-2021-44228; empty to take it away.") @Nullable
        String cve,

        @Description("Its weakness classes, such as CWE-20.") @Nullable
        List<@NonNull String> cwes,

        @Description("The components that have it.") @Nullable
        List<@NonNull String> components,

        @Description("The versions that have it.") @Nullable List<@NonNull AffectedRangeInput> affected,
        @Description("The versions that fix it.") @Nullable List<@NonNull String> fixedVersions,

        @Description("Where more is written about it.") @Nullable
        List<@NonNull String> links,

        @Description("Day of publication.") @Nullable LocalDate disclosedOn,

        @Description("Its scores, the preferred one first; those of nvd come last in any case.") @Nullable
        List<@NonNull PublishedScoreInput> scores) {
    public dev.cordon.incident.Description description() {
        return new dev.cordon.incident.Description(
                title,
                cve,
                cwes,
                components,
                affected == null
                        ? null
                        : affected.stream().map(AffectedRangeInput::range).toList(),
                fixedVersions,
                links);
    }

    PublishedIncident incident() {
        return new PublishedIncident(
                description(),
                disclosedOn,
                scores == null
                        ? List.of()
                        : scores.stream().map(PublishedScoreInput::score).toList());
    }
}
