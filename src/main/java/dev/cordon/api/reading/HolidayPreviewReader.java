package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.access.Visibility;
import dev.cordon.api.view.HolidayPreviewView;
import dev.cordon.api.view.MovedDueTimeView;
import dev.cordon.database.Row;
import dev.cordon.incident.Histories;
import dev.cordon.incident.Holidays;
import dev.cordon.incident.NewHolidays;
import dev.cordon.incident.PolicyBook;
import dev.cordon.policy.CaseHistory;
import dev.cordon.policy.PinnedPolicy;
import dev.cordon.policy.Rebase;
import dev.cordon.policy.ResponsePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what other holidays of a calendar would move in the open incidents the viewer may see, if they were rebased. */
@ApplicationScoped
public class HolidayPreviewReader {
    private static final int MOST = 100;
    private static final String OPEN = """
             from incident i where i.status <> 'CLOSED'
               and exists (select from incident_policy p
                          where p.incident_id = i.id and p.policy_id = any (?) and p.replaced_at is null) and
            """;
    private static final String PINS = """
            select i.id, i.reference, p.policy_id, p.policy_version, p.base, p.added_at
            from incident_policy p join incident i on i.id = p.incident_id
            where p.incident_id = any (?) and p.policy_id = any (?) and p.replaced_at is null
            order by coalesce(i.next_due_at, 'infinity'::timestamptz), i.reference, p.base desc, p.added_at
            """;

    private final Transactions transactions;
    private final Holidays holidays;
    private final PolicyBook book;

    HolidayPreviewReader(Transactions transactions, Holidays holidays, PolicyBook book) {
        this.transactions = transactions;
        this.holidays = holidays;
        this.book = book;
    }

    private record Pin(long incident, String reference, PinnedPolicy policy) {}

    /**
     * What these holidays would move.
     *
     * @throws dev.cordon.incident.CalendarNotFoundException if no policy counts in the calendar
     */
    public HolidayPreviewView preview(NewHolidays wanted) {
        return transactions.read(transaction -> {
            Map<String, ResponsePolicy> policies = holidays.policiesWith(wanted).stream()
                    .collect(Collectors.toMap(ResponsePolicy::id, Function.identity()));
            String open = OPEN + Visibility.of(transaction.viewer(), "i.restricted", "i.id");
            List<Long> incidents = transaction
                    .rows()
                    .list(
                            "select i.id" + open
                                    + " order by coalesce(i.next_due_at, 'infinity'::timestamptz), i.reference limit "
                                    + MOST,
                            row -> row.number("id"),
                            policies.keySet());
            int all = incidents.size() < MOST ? incidents.size() : count(transaction, open, policies);
            transaction.auditRead("previewHolidays", incidents);
            return new HolidayPreviewView(all, incidents.size(), moved(transaction, incidents, policies));
        });
    }

    private static int count(Transaction transaction, String open, Map<String, ResponsePolicy> policies) {
        return transaction
                .rows()
                .first("select count(*) as incidents" + open, row -> row.number("incidents"), policies.keySet())
                .orElseThrow()
                .intValue();
    }

    private List<MovedDueTimeView> moved(
            Transaction transaction, List<Long> incidents, Map<String, ResponsePolicy> policies) {
        if (incidents.isEmpty()) {
            return List.of();
        }
        Map<Long, CaseHistory> histories = Histories.of(transaction.rows(), incidents);
        return transaction.rows().list(PINS, this::pin, incidents, policies.keySet()).stream()
                .flatMap(pin -> moved(
                        pin,
                        new Rebase(
                                pin.policy.policy(),
                                Objects.requireNonNull(
                                        policies.get(pin.policy.policy().id())),
                                pin.policy.rules(),
                                Objects.requireNonNull(histories.get(pin.incident)),
                                transaction.now())))
                .toList();
    }

    private static Stream<MovedDueTimeView> moved(Pin pin, Rebase rebase) {
        return rebase.changes().stream()
                .filter(change -> isMove(change.movedBy()))
                .map(change ->
                        MovedDueTimeView.of(pin.reference, pin.policy.policy().id(), change));
    }

    private static boolean isMove(@Nullable Duration movedBy) {
        return movedBy != null && !movedBy.isZero();
    }

    private Pin pin(Row row) throws SQLException {
        PinnedPolicy policy = new PinnedPolicy(
                book.pinned(row.text("policy_id"), row.text("policy_version")),
                row.flag("base") ? null : row.instant("added_at"));
        return new Pin(row.number("id"), row.text("reference"), policy);
    }
}
