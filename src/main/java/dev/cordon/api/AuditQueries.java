package dev.cordon.api;

import static dev.cordon.api.PageArguments.AFTER;
import static dev.cordon.api.PageArguments.BEFORE;
import static dev.cordon.api.PageArguments.FIRST;
import static dev.cordon.api.PageArguments.LAST;

import dev.cordon.api.input.AuditFilter;
import dev.cordon.api.reading.AuditLogReader;
import dev.cordon.api.reading.IncidentTimesReader;
import dev.cordon.api.reading.PageRequest;
import dev.cordon.api.reading.Selection;
import dev.cordon.api.view.AuditEntryConnection;
import dev.cordon.api.view.IncidentTimesConnection;
import dev.cordon.api.view.IncidentTimesView;
import dev.cordon.incident.Reference;
import io.smallrye.graphql.api.Context;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What auditors ask: when things happened, and who did what. No content. */
@GraphQLApi
public class AuditQueries {
    private final IncidentTimesReader times;
    private final AuditLogReader log;
    private final Context context;

    AuditQueries(IncidentTimesReader times, AuditLogReader log, Context context) {
        this.times = times;
        this.log = log;
        this.context = context;
    }

    @Query("incidentTime")
    @Description("The times of one incident. Auditors only.")
    public @NonNull IncidentTimesView incidentTime(
            @Name("reference") @Description("Its reference, such as INC-7Q2M4K.") @NonNull String reference) {
        return times.one(new Reference(reference), Selection.ofAnswer(context));
    }

    @Query("incidentTimes")
    @Description("The times of all incidents, restricted ones too, the newest first. Auditors only.")
    public @NonNull IncidentTimesConnection incidentTimes(
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        return times.page(PageRequest.of(first, after, last, before), Selection.ofEntries(context));
    }

    @Query("auditLog")
    @Description("Who read and changed what, the newest first. Auditors only.")
    public @NonNull AuditEntryConnection auditLog(
            @Name("filter") @Description("Which rows.") @Nullable AuditFilter filter,
            @Name("first") @Description(FIRST) @Nullable Integer first,
            @Name("after") @Description(AFTER) @Nullable String after,
            @Name("last") @Description(LAST) @Nullable Integer last,
            @Name("before") @Description(BEFORE) @Nullable String before) {
        return log.page(filter, PageRequest.of(first, after, last, before), Selection.ofEntries(context));
    }
}
