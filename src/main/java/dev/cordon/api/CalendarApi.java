package dev.cordon.api;

import dev.cordon.access.Transactions;
import dev.cordon.access.Viewer;
import dev.cordon.api.input.ChangeHolidaysInput;
import dev.cordon.api.reading.HolidayPreviewReader;
import dev.cordon.api.view.CalendarView;
import dev.cordon.api.view.HolidayPreviewView;
import dev.cordon.incident.Holidays;
import dev.cordon.incident.NewHolidays;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries and mutations about the calendars that policies count in. */
@GraphQLApi
public class CalendarApi {
    private final Transactions transactions;
    private final Holidays holidays;
    private final HolidayPreviewReader previews;

    CalendarApi(Transactions transactions, Holidays holidays, HolidayPreviewReader previews) {
        this.previews = previews;
        this.transactions = transactions;
        this.holidays = holidays;
    }

    @Query("calendars")
    @Description("The calendars that policies count in. Anyone may read them.")
    public @NonNull List<@NonNull CalendarView> calendars() {
        return transactions.read(transaction -> {
            Viewer viewer = transaction.viewer();
            return holidays.all(transaction.rows()).stream()
                    .map(calendar -> CalendarView.of(calendar, viewer))
                    .toList();
        });
    }

    @Query("previewHolidays")
    @Description(
            "What these holidays would move in the open incidents you may see, if they were rebased. Changes nothing.")
    public @NonNull HolidayPreviewView previewHolidays(
            @Name("calendar") @Description("Id of the calendar.") @NonNull String calendar,
            @Name("holidays") @Description("All its holidays, as changeHolidays would be given them.") @NonNull
                    List<@NonNull LocalDate> holidays) {
        return previews.preview(new NewHolidays(calendar, holidays));
    }

    @Mutation("changeHolidays")
    @Description(
            "Gives a calendar other holidays. New incidents count by them; those there are keep the due times they have "
                    + "until they are rebased. Committee only, in person.")
    public @NonNull CalendarView changeHolidays(
            @Name("input") @Description("What to do.") @NonNull ChangeHolidaysInput input) {
        NewHolidays wanted = new NewHolidays(input.calendar(), input.holidays());
        return holidays.change(wanted, input.reason(), input.expectedVersion(), CalendarView::of);
    }
}
