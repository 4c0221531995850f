package dev.cordon.api.input;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The holidays a calendar shall have. */
@Input("ChangeHolidaysInput")
@Description("The holidays a calendar shall have.")
public record ChangeHolidaysInput(
        @Description("Id of the calendar.") @NonNull String calendar,

        @Description("All its holidays from now on, at most 400 from 2000 to 2100; naming one twice is naming it once.")
        @NonNull
        List<@NonNull LocalDate> holidays,

        @Description("Why.") @NonNull String reason,

        @Description("The version of the calendar you read; if it has another one by now, nothing is changed.") @NonNull
        String expectedVersion) {}
