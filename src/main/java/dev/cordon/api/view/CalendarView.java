package dev.cordon.api.view;

import dev.cordon.access.Viewer;
import dev.cordon.incident.WorkCalendar;
import dev.cordon.policy.Calendar;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The working days that policies count in. */
@Type("Calendar")
@Description("The working days that policies count in.")
@DefaultNonNull
public record CalendarView(
        @Description("Name of the calendar.") @Id String id,

        @Description("Names exactly this zone, these days and these holidays.")
        String version,

        @Description("The time zone its days are days in.") String zone,

        @Description("The weekdays worked on, such as MONDAY.")
        List<@NonNull String> days,

        @Description("The dates not worked on, in their order.")
        List<@NonNull LocalDate> holidays,

        @Description("Who changed its holidays last. Operators only; null for others, and if nobody has.") @Nullable
        HolidayChangeView lastChange) {
    public static CalendarView of(WorkCalendar calendar, Viewer viewer) {
        Calendar now = calendar.now();
        return new CalendarView(
                now.id(),
                now.version(),
                now.zone().getId(),
                now.days().stream().sorted().map(DayOfWeek::name).toList(),
                now.holidays().stream().sorted().toList(),
                calendar.change() == null || !viewer.isOperator() ? null : HolidayChangeView.of(calendar.change()));
    }
}
