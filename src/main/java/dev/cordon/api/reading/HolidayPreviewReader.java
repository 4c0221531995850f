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
import dev.cordon.policy.PinnedRule;
import dev.cordon.policy.Rebase;
import dev.cordon.policy.ResponsePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private static final String FIRST =
            " order by coalesce(i.next_due_at, 'infinity'::timestamptz), i.reference limit " + MOST;

    private final Transactions transactions;
    private final Holidays holidays;
    private final PolicyBook book;

    HolidayPreviewReader(Transactions transactions, Holidays holidays, PolicyBook book) {
        this.transactions = transactions;
        this.holidays = holidays;
        this.book = book;
    }

    /**
     * What these holidays would move.
     *
     * @throws dev.cordon.incident.CalendarNotFoundException if no policy counts in the calendar
     */
    public HolidayPreviewView preview(NewHolidays wanted) {
        Map<String, ResponsePolicy> policies = holidays.policiesWith(wanted).stream()
                .collect(Collectors.toMap(ResponsePolicy::id, Function.identity()));
        return transactions.read(transaction -> {
            String open = OPEN + Visibility.of(transaction.viewer(), "i.restricted", "i.id");
            List<Seen> incidents =
                    transaction.rows().list("select i.id, i.reference" + open + FIRST, Seen::of, policies.keySet());
            int all = incidents.size() < MOST ? incidents.size() : count(transaction, open, policies);
            transaction.auditRead("previewHolidays", ids(incidents));
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
            Transaction transaction, List<Seen> incidents, Map<String, ResponsePolicy> policies) {
        if (incidents.isEmpty()) {
            return List.of();
        }
        Map<Long, CaseHistory> histories = Histories.of(transaction.rows(), ids(incidents));
        Map<Long, List<StoredRule>> rules =
                StoredRule.of(transaction.rows(), book, histories, transaction.now()).stream()
                        .filter(rule -> policies.containsKey(rule.policy().id()))
                        .collect(Collectors.groupingBy(StoredRule::incident));
        List<MovedDueTimeView> moved = new ArrayList<>();
        for (Seen incident : incidents) {
            CaseHistory history = Objects.requireNonNull(histories.get(incident.id));
            rules.getOrDefault(incident.id, List.of()).stream()
                    .collect(Collectors.groupingBy(StoredRule::policy, LinkedHashMap::new, Collectors.toList()))
                    .forEach((policy, before) -> moved(
                                    incident, rebase(policy, before, policies, history, transaction.now()))
                            .forEach(moved::add));
        }
        return moved;
    }

    private Rebase rebase(
            PolicyBook.Key policy,
            List<StoredRule> before,
            Map<String, ResponsePolicy> policies,
            CaseHistory history,
            Instant now) {
        List<PinnedRule> rules = before.stream().map(StoredRule::rule).toList();
        ResponsePolicy to = Objects.requireNonNull(policies.get(policy.id()));
        return new Rebase(book.pinned(policy.id(), policy.version()), to, rules, history, now);
    }

    private static Stream<MovedDueTimeView> moved(Seen incident, Rebase rebase) {
        return rebase.changes().stream()
                .filter(change -> isMove(change.movedBy()))
                .map(change ->
                        MovedDueTimeView.of(incident.reference, rebase.from().id(), change));
    }

    private static boolean isMove(@Nullable Duration movedBy) {
        return movedBy != null && !movedBy.isZero();
    }

    private static List<Long> ids(List<Seen> incidents) {
        return incidents.stream().map(Seen::id).toList();
    }

    private record Seen(long id, String reference) {
        static Seen of(Row row) throws SQLException {
            return new Seen(row.number("id"), row.text("reference"));
        }
    }
}
