package dev.cordon.api.input;

import dev.cordon.cvss.Severity;
import dev.cordon.incident.IncidentStatus;
import dev.cordon.incident.Phase;
import dev.cordon.policy.MilestoneState;
import dev.cordon.policy.WaitingOn;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which incidents to list; what is not mentioned does not matter, what is must all hold. */
@Input("IncidentFilter")
@Description("Which incidents to list: everything mentioned must hold.")
public record IncidentFilter(
        @Description("Standing at one of these.") @Nullable List<@NonNull IncidentStatus> statuses,

        @Description("Come as far as one of these.") @Nullable
        List<@NonNull Phase> phases,

        @Description("Of one of these severities.") @Nullable
        List<@NonNull Severity> severities,

        @Description("Led by the person with this handle.") @Nullable
        String lead,

        @Description("True: led by the viewer, offered to them, or with them on the fix team.") @Nullable
        Boolean mine,

        @Description("Having a milestone with this key, in one of milestoneStates if given.") @Nullable
        String milestone,

        @Description("Having a milestone in one of these states, with the key milestone if given.") @Nullable
        List<@NonNull MilestoneState> milestoneStates,

        @Description("Whether a milestone is at risk.") @Nullable
        Boolean atRisk,

        @Description("Whether a due time has passed that is still to be met.") @Nullable
        Boolean overdue,

        @Description("Waiting for one of these.") @Nullable List<@NonNull WaitingOn> waitingOn,

        @Description("Following the policy of this id.") @Nullable
        String policy,

        @Description("Containing this text in title, CVE, components or reference, in any case; at least 2 characters.")
        @Nullable
        String text) {}
