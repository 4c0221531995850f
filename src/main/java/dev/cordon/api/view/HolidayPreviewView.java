package dev.cordon.api.view;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What other holidays would move if every incident were rebased. Changing them alone moves nothing. */
@Type("HolidayPreview")
@Description("What other holidays would move if every incident were rebased. Changing them alone moves nothing.")
@DefaultNonNull
public record HolidayPreviewView(
        @Description("How many open incidents you may see follow a policy that counts in the calendar.")
        int incidents,

        @Description("How many of them were looked at: the 100 that are due next.")
        int examined,

        @Description("Their milestones that would be due at another time, incident by incident.")
        List<@NonNull MovedDueTimeView> moved) {}
