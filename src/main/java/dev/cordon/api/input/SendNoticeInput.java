package dev.cordon.api.input;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A notice that is sent. */
@Input("SendNoticeInput")
@Description("A notice that is sent.")
public record SendNoticeInput(
        @Description("Reference of the incident.") @NonNull String reference,

        @Description("The version you read it at; if it has another one by now, nothing is changed.") @Nullable
        Long expectedVersion,

        @Description("Id of the notice.") @Id @NonNull String id,

        @Description(
                "Ids of vendors on the list who are to be notified with it; those notified before read it as well.")
        @Id
        @Nullable
        List<@NonNull String> vendors) {}
