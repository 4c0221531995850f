package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What an incident is about; what is not mentioned stays as it is. */
@Input("DescribeIncidentInput")
@Description("What an incident is about; what is not mentioned stays as it is.")
public record DescribeIncidentInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

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
        List<@NonNull String> links) {
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
}
