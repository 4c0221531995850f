package dev.cordon.api.input;

import dev.cordon.incident.ContactTestOutcome;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What came of trying to reach a vendor. */
@Input("RecordContactTestInput")
@Description("What came of trying to reach a vendor.")
public record RecordContactTestInput(
        @Description("Id of the vendor on the list.") @Id @NonNull
        String vendor,

        @Description("What came of it.") @NonNull ContactTestOutcome outcome,

        @Description("When, at or before now; now if not given.") @Nullable
        Instant at) {}
