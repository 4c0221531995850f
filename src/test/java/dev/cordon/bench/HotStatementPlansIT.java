package dev.cordon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.chaos.Caller;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What is asked all day touches as many rows as it shows, and not more because there are more: by indexes, without sorting
 * a table and in no parallel workers. The plans are those that ran on 20,000 incidents.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotStatementPlansIT {
    private static final int INCIDENTS = 20_000;

    /** More than a page of 51 with seven milestones each ever touches, and a fraction of any table that grows. */
    private static final int PAGE = 1_000;

    /** PostgreSQL may change its mind about a prepared statement after five runs of the server and five of the driver. */
    private static final int TIMES = 12;

    private static final List<Operation> HOT =
            List.of(Operation.INCIDENT, Operation.QUEUE, Operation.TIMELINE, Operation.REPORT);

    private static Programme programme;
    private static PackagedCordon cordon;

    @BeforeAll
    static void load() {
        programme = Programme.of("plans", INCIDENTS);
        Plan.keep(programme.database(), "cordon_app");
        Plan.keep(programme.database(), "cordon_sweep");
        Plan.keep(programme.database(), "cordon_seal");
        cordon = programme.cordon(Program.tested()).start();
        programme.settle(cordon);
    }

    @AfterAll
    static void end() {
        cordon.close();
        programme.database().drop();
    }

    @Test
    @Order(1)
    void everyHotStatementTouchesAPageOfRowsAtMost() {
        List<Plan> plans = plansOf(HOT);

        assertThat(plans)
                .anyMatch(plan -> plan.isAbout("from incident i"))
                .anyMatch(plan -> plan.isAbout("from score s"))
                .anyMatch(plan -> plan.isAbout("from milestone m"))
                .anyMatch(plan -> plan.isAbout("from timeline_event t"))
                .anyMatch(plan -> plan.isAbout("insert into incident"))
                .anyMatch(plan -> plan.isAbout("where next_sweep_at <"));
        assertThat(found(plans, step -> step.reads() > PAGE)).isEmpty();
        assertThat(found(plans, Plan.Step::isParallel)).isEmpty();
    }

    /** However many have ended over the years. */
    @Test
    @Order(2)
    void whatIsOverdueIsLookedForAmongWhatIsOpen() {
        List<String> open = programme
                .database()
                .values(
                        "select count(*)::text as value from milestone where stopped_at is null and cancelled_at is null");
        double most = Double.parseDouble(open.get(0));

        assertThat(most).isLessThan(INCIDENTS);
        assertThat(found(plansOf(List.of(Operation.OVERDUE)), step -> step.reads() > most))
                .isEmpty();
    }

    @Test
    @Order(2)
    void whatIsOpenIsCountedAmongWhatIsOpen() {
        String count =
                "{ incidents(first: 1, filter: {statuses: [REPORTED, VALID, ACCEPTED, INVALID, DEFERRED]}) { totalCount } }";
        List<String> open =
                programme.database().values("select count(*)::text as value from incident where status <> 'CLOSED'");
        double most = Double.parseDouble(open.get(0)) + PAGE;

        List<Plan> plans =
                plansOf(List.of(), () -> programme.committee().succeed(cordon, Caller.body(count, Map.of())));

        assertThat(most).isLessThan(INCIDENTS / 4.0);
        assertThat(plans).anyMatch(plan -> plan.isAbout("select count(*)"));
        assertThat(found(plans, step -> step.reads() > most)).isEmpty();
    }

    @Test
    @Order(3)
    void theQueueComesInTheOrderOfItsIndex() {
        assertThat(found(pages(), Plan.Step::sorts)).isEmpty();
    }

    /** The log only ever grows. */
    @Test
    @Order(4)
    void sealingTouchesWhatItSeals() {
        programme
                .database()
                .run("insert into audit_event (at, action, operation, incident_ids)"
                        + " select now(), 'READ', 'incident', '{}' from generate_series(1, 60000)");
        sealAll();
        programme.database().run("vacuum (analyze) audit_event");

        List<Plan> plans = plansOf(List.of(Operation.INCIDENT), HotStatementPlansIT::sealAll);

        assertThat(plans)
                .anyMatch(plan -> plan.isAbout("from audit_head h"))
                .anyMatch(plan -> plan.isAbout("set position"));
        assertThat(found(plans, step -> step.reads() > PAGE)).isEmpty();
    }

    @Test
    @Order(5)
    void withoutThoseIndexesAllOfThisIsNoticed() {
        programme.database().run("drop index incident_next_due_idx, incident_open_due_idx");

        assertThat(found(pages(), Plan.Step::sorts)).isNotEmpty();
        assertThat(found(pages(), step -> step.reads() > PAGE)).isNotEmpty();
    }

    private static List<Plan> pages() {
        List<Plan> pages = plansOf(List.of(Operation.QUEUE)).stream()
                .filter(plan -> plan.isAbout("from incident i") && plan.isAbout("order by"))
                .toList();
        assertThat(pages).hasSize(TIMES);
        return pages;
    }

    private static void sealAll() {
        programme.administrator().ask(cordon, "mutation { exportAuditHead { position } }", Map.of());
    }

    private static List<Plan> plansOf(List<Operation> operations) {
        return plansOf(operations, () -> {});
    }

    private static List<Plan> plansOf(List<Operation> operations, Runnable more) {
        int before = Plan.kept(programme.database()).size();
        programme.administrator().ask(cordon, "mutation { runSweep { incidents } }", Map.of());
        operations.forEach(HotStatementPlansIT::ask);
        more.run();
        List<Plan> all = Plan.kept(programme.database());
        return all.subList(before, all.size());
    }

    private static void ask(Operation operation) {
        List<String> bodies = operation.bodies(programme);
        for (int i = 0; i < TIMES; i++) {
            operation.caller(programme).succeed(cordon, bodies.get(i % bodies.size()));
        }
    }

    private static List<String> found(List<Plan> plans, Predicate<Plan.Step> fault) {
        List<String> found = new ArrayList<>();
        for (Plan plan : plans) {
            String steps =
                    plan.steps().stream().filter(fault).map(Plan.Step::toString).collect(Collectors.joining("; "));
            if (!steps.isEmpty()) {
                found.add(steps + " in " + plan.sql());
            }
        }
        return found;
    }
}
