package dev.cordon.api;

import static dev.cordon.api.PageArguments.AFTER;
import static dev.cordon.api.PageArguments.BEFORE;
import static dev.cordon.api.PageArguments.FIRST;
import static dev.cordon.api.PageArguments.LAST;

import dev.cordon.api.input.BreachFilter;
import dev.cordon.api.input.IncidentFilter;
import dev.cordon.api.input.IncidentOrder;
import dev.cordon.api.input.MilestoneFilter;
import dev.cordon.api.reading.BreachReader;
import dev.cordon.api.reading.IncidentReader;
import dev.cordon.api.reading.ListOrder;
import dev.cordon.api.reading.MilestoneReader;
import dev.cordon.api.reading.PageRequest;
import dev.cordon.api.reading.Selection;
import dev.cordon.api.reading.TimelineReader;
import dev.cordon.api.view.BreachConnection;
import dev.cordon.api.view.IncidentConnection;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.MilestoneConnection;
import dev.cordon.api.view.TimelineConnection;
import dev.cordon.incident.Reference;
import io.smallrye.graphql.api.Context;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Queries for incidents, their deadlines and what was missed, within what the viewer may see. */
@GraphQLApi
public class IncidentQueries {
    private final IncidentReader incidents;
    private final MilestoneReader milestones;
    private final BreachReader breaches;
    private final TimelineReader timelines;
    private final Context context;

    IncidentQueries(
            IncidentReader incidents,
            MilestoneReader milestones,
            BreachReader breaches,
            TimelineReader timelines,
            Context context) {
        this.incidents = incidents;
        this.milestones = milestones;
        this.breaches = breaches;
        this.timelines = timelines;
        this.context = context;
    }

    @Query("incident")
    @Description("One incident.")
    public @NonNull IncidentView incident(
            @Name("reference") @Description("Its reference, such as INC-7Q2M4K.") @NonNull String reference) {
        return incidents.one(new Reference(reference), Selection.ofAnswer(context));
    }

    @Query("incidents")
    @Description("Incidents: the queue. Without an order, the earliest deadline that is still to be met comes first.")
    public @NonNull IncidentConnection incidents(
            @Name("filter") @Description("Which ones.") @Nullable IncidentFilter filter,
            @Name("orderBy") @Description("In which order; NEXT_DUE if not given.") @Nullable IncidentOrder orderBy,
            @Name("descending")
                    @Description("Turns the order; the most severe and the latest updated come first anyway.")
                    @Nullable
                    Boolean descending,
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        PageRequest page = PageRequest.of(first, after, last, before);
        return incidents.page(filter, new ListOrder<>(orderBy, descending), page, Selection.ofEntries(context));
    }

    @Query("milestones")
    @Description("Deadlines across incidents, the earliest due first.")
    public @NonNull MilestoneConnection milestones(
            @Name("filter") @Description("Which ones.") @Nullable MilestoneFilter filter,
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        return milestones.page(filter, PageRequest.of(first, after, last, before), Selection.ofEntries(context));
    }

    @Query("breaches")
    @Description("Missed deadlines across incidents, the newest first.")
    public @NonNull BreachConnection breaches(
            @Name("filter") @Description("Which ones.") @Nullable BreachFilter filter,
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        return breaches.page(filter, PageRequest.of(first, after, last, before), Selection.ofEntries(context));
    }

    @Name("timeline")
    @Description("What happened in the incident, in its order. One incident at a time: refused below a list.")
    public @NonNull TimelineConnection timeline(
            @Source IncidentView incident,
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        PageRequest page = PageRequest.of(first, after, last, before);
        return timelines.page(incident.id(), page, Selection.ofEntries(context));
    }
}
