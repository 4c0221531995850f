package dev.cordon.api.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A parked notice that is to be tried again. */
@Input("RetryNoticeInput")
@Description("A parked notice that is to be tried again.")
public record RetryNoticeInput(
        @Description("Id of the notice.") @Id @NonNull String id) {}
