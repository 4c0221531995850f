package dev.cordon.incident;

import dev.cordon.access.Scope;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Viewer;
import dev.cordon.database.Rows;
import dev.cordon.policy.Calendar;
import dev.cordon.policy.ResponsePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * The calendars that policies count in, and how the committee changes their holidays. A change makes new versions of the
 * policies that count in the calendar; incidents keep the versions they follow, so it moves no due time.
 */
@ApplicationScoped
public class Holidays {
    private static final Logger LOG = Logger.getLogger(Holidays.class);

    private final Transactions transactions;
    private final PolicyBook book;

    Holidays(Transactions transactions, PolicyBook book) {
        this.transactions = transactions;
        this.book = book;
    }

    /** Every calendar as it is now, in the order of the policies that count in them. */
    public List<WorkCalendar> all(Rows rows) {
        Map<String, HolidayChange> changes = HolidayChange.newest(rows);
        return book.writtenCalendars().stream()
                .map(calendar -> new WorkCalendar(calendar, changes.get(calendar.id())))
                .toList();
    }

    /**
     * Gives a calendar these holidays from now on.
     *
     * @param expectedVersion the version of the calendar that the viewer read
     * @param answer makes the answer of the calendar as it is then
     * @throws dev.cordon.access.ForbiddenException if somebody else than the committee in person asks
     * @throws CalendarNotFoundException if no policy counts in it
     * @throws StaleCalendarException if it has another version by now
     */
    public <T> T change(
            NewHolidays wanted, String reason, String expectedVersion, BiFunction<WorkCalendar, Viewer, T> answer) {
        String why = Text.required("reason", reason, Text.LINE);
        return transactions.write(Scope.CHANGE, transaction -> {
            transaction.viewer().mustBeInPerson("change holidays");
            transaction.viewer().mustBeCommittee("change holidays");
            WorkCalendar before = find(transaction.rows(), wanted.calendar());
            HolidayChange change = next(before, wanted, why, transaction);
            if (!before.now().version().equals(expectedVersion)
                    || !change.append(transaction.rows(), transaction.viewer())) {
                throw new StaleCalendarException(wanted.calendar(), expectedVersion);
            }
            book.current();
            transaction.auditChange("changeHolidays");
            LOG.infof("Holidays of calendar %s changed", wanted.calendar());
            return answer.apply(new WorkCalendar(before.written(), change), transaction.viewer());
        });
    }

    /**
     * The policies that count in the calendar, as they would be if it had these holidays.
     *
     * @throws CalendarNotFoundException if no policy counts in it
     */
    public List<ResponsePolicy> policiesWith(NewHolidays wanted) {
        Calendar calendar = book.writtenCalendars().stream()
                .filter(each -> each.id().equals(wanted.calendar()))
                .findFirst()
                .orElseThrow(() -> new CalendarNotFoundException(wanted.calendar()));
        return book.countingIn(calendar.with(wanted.dates()));
    }

    private WorkCalendar find(Rows rows, String id) {
        return all(rows).stream()
                .filter(calendar -> calendar.written().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CalendarNotFoundException(id));
    }

    private static HolidayChange next(WorkCalendar before, NewHolidays wanted, String reason, Transaction by) {
        HolidayChange last = before.change();
        return new HolidayChange(
                wanted.calendar(),
                last == null ? 1 : last.number() + 1,
                before.edits().reaching(wanted.dates(), before.written()),
                String.valueOf(by.viewer().handle()),
                String.valueOf(by.viewer().name()),
                by.now(),
                reason);
    }
}
