package dev.cordon.api;

import static dev.cordon.testing.GraphQL.INES;
import static dev.cordon.testing.GraphQL.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.testing.AnIncident;
import dev.cordon.testing.EveryPage;
import dev.cordon.testing.GraphQL.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue: which incidents it lists, in which order, page by page. Each test lists its own by a word in their titles. */
@QuarkusTest
class IncidentListTest {
    private static final String LIST =
            "query($filter: IncidentFilter, $order: IncidentOrder, $descending: Boolean, $first: Int,"
                    + " $after: String, $last: Int, $before: String) { it: incidents(filter: $filter, orderBy: $order,"
                    + " descending: $descending, first: $first, after: $after, last: $last, before: $before) {"
                    + " totalCount nodes { reference } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

    private final String word = "w" + UUID.randomUUID().toString().substring(0, 12);
    private AnIncident overdue;
    private AnIncident soon;
    private AnIncident later;

    @BeforeEach
    void reportThree() {
        soon = AnIncident.reported().titled("Soon " + word).hoursAgo(2).open();
        overdue = AnIncident.reported().titled("Overdue " + word).hoursAgo(30).open();
        later = AnIncident.reported().titled("Later " + word).open();
    }

    @Test
    void earliestDeadlineComesFirst() {
        assertThat(listed(Map.of())).containsExactly(overdue.reference(), soon.reference(), later.reference());
    }

    @Test
    void mostSevereComesFirstAndUnscoredLast() {
        later.then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        soon.then("scoreIncident", "vector", AnIncident.LOW);

        assertThat(references(list(Map.of("order", "SEVERITY", "first", 10), Map.of())))
                .containsExactly(later.reference(), soon.reference(), overdue.reference());
    }

    @Test
    void oldestOrLastUpdatedComesFirst() {
        soon.then("addNote", "body", "Touched");

        assertThat(references(list(Map.of("order", "AGE", "first", 10), Map.of())))
                .containsExactly(soon.reference(), overdue.reference(), later.reference());
        assertThat(references(list(Map.of("order", "UPDATED", "first", 1), Map.of())))
                .containsExactly(soon.reference());
        assertThat(references(list(Map.of("order", "AGE", "descending", true, "first", 10), Map.of())))
                .containsExactly(later.reference(), overdue.reference(), soon.reference());
    }

    @Test
    void pagesFollowEachOtherForwardsAndBackwardsWithoutGapOrRepeat() {
        List<String> forwards = new ArrayList<>();
        String after = null;
        for (int i = 0; i < 3; i++) {
            Answer page = list(after == null ? Map.of("first", 1) : Map.of("first", 1, "after", after), Map.of());
            forwards.addAll(references(page));
            assertThat(page.<Boolean>get("it.pageInfo.hasNextPage")).isEqualTo(i < 2);
            assertThat(page.<Integer>get("it.totalCount")).isEqualTo(3);
            after = page.get("it.pageInfo.endCursor");
        }
        Answer last = list(Map.of("last", 2), Map.of());
        Answer first = list(Map.of("last", 2, "before", last.<String>get("it.pageInfo.startCursor")), Map.of());

        assertThat(forwards).containsExactly(overdue.reference(), soon.reference(), later.reference());
        assertThat(references(last)).containsExactly(soon.reference(), later.reference());
        assertThat(references(first)).containsExactly(overdue.reference());
        assertThat(first.<Boolean>get("it.pageInfo.hasPreviousPage")).isFalse();
        assertThat(last.<Boolean>get("it.pageInfo.hasPreviousPage")).isTrue();
    }

    @Test
    void filtersHoldTogether() {
        soon.then("offerLead", "person", "ines").then("scoreIncident", "vector", AnIncident.LOG4SHELL);
        soon.tried(INES, "acknowledgeLead").succeeds();
        overdue.then("waitOn", "on", "VENDOR")
                .then("describeIncident", "cve", "CVE-2023-5528", "components", List.of("kubelet"));
        later.then("validateReport").then("addPolicy", "policy", "disclose-io");

        assertThat(listed(Map.of("lead", "ines"))).containsExactly(soon.reference());
        assertThat(listed(Map.of("severities", List.of("CRITICAL")))).containsExactly(soon.reference());
        assertThat(listed(Map.of("overdue", true))).containsExactly(overdue.reference());
        assertThat(listed(Map.of("overdue", false))).containsExactly(soon.reference(), later.reference());
        assertThat(listed(Map.of("waitingOn", List.of("VENDOR", "REPORTER")))).containsExactly(overdue.reference());
        assertThat(listed(Map.of("statuses", List.of("VALID")))).containsExactly(later.reference());
        assertThat(listed(Map.of("phases", List.of("DISCLOSED")))).isEmpty();
        assertThat(listed(Map.of("policy", "disclose-io"))).containsExactly(later.reference());
        assertThat(listed(Map.of("milestone", "lead", "milestoneStates", List.of("MET"))))
                .containsExactly(soon.reference());
        assertThat(listed(Map.of("milestoneStates", List.of("BREACHED")))).containsExactly(overdue.reference());
        assertThat(listed(Map.of("lead", "ines", "overdue", true))).isEmpty();
        assertThat(listed(Map.of("lead", "nobody-of-this-name"))).isEmpty();
    }

    @Test
    void mineAreThoseTheViewerLeadsIsOfferedOrFixes() {
        soon.then("offerLead", "person", "ines");
        later.then("addToFixTeam", "person", "ines");

        Map<String, Object> variables = new HashMap<>(Map.of("first", 10));
        variables.put("filter", Map.of("mine", true, "text", word));

        assertThat(references(INES.send(
                        LIST,
                        variables.entrySet().stream()
                                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                                .toArray())))
                .containsExactly(soon.reference(), later.reference());
    }

    @Test
    void atRiskIsWhatHasLittleTimeLeft() {
        var atRisk =
                AnIncident.reported().titled("At risk " + word).hoursAgo(20).open();

        assertThat(listed(Map.of("atRisk", true))).containsExactly(atRisk.reference());
        assertThat(listed(Map.of("atRisk", false)))
                .containsExactly(overdue.reference(), soon.reference(), later.reference());
    }

    @Test
    void textIsFoundInTitleCveComponentAndReferenceInAnyCase() {
        overdue.then("describeIncident", "cve", "CVE-2023-5528", "components", List.of("kube-" + word.toUpperCase()));

        assertThat(references(list(
                        Map.of("first", 10), Map.of("text", overdue.reference().toLowerCase()))))
                .containsExactly(overdue.reference());
        assertThat(references(list(Map.of("first", 10), Map.of("text", "KUBE-" + word))))
                .containsExactly(overdue.reference());
        assertThat(references(list(Map.of("first", 10), Map.of("text", "%" + word))))
                .isEmpty();
        assertThat(MAYA.send("{ incidents(first: 1, filter: {text: \"x\"}) { totalCount } }")
                        .code())
                .isEqualTo("invalid-page");
    }

    @Test
    void pageArgumentsThatMakeNoPageAreRefusedWithTheRemedy() {
        for (String arguments :
                List.of("", "(first: 0)", "(first: 101)", "(first: 1, last: 1)", "(first: 1, before: \"x\")")) {
            assertThat(MAYA.send("{ incidents" + arguments + " { totalCount } }")
                            .code())
                    .as(arguments)
                    .isEqualTo("invalid-page");
        }
        String cursor = list(Map.of("first", 1), Map.of()).get("it.pageInfo.endCursor");
        assertThat(MAYA.send("{ incidents(first: 1, orderBy: AGE, after: \"" + cursor + "\") { totalCount } }")
                        .message())
                .contains("not a cursor of this list in this order");
    }

    @Test
    void milestonesAndBreachesAreListedAcrossIncidents() {
        EveryPage every = EveryPage.seenBy(MAYA);
        var missed =
                every.of("milestones", "{states: [BREACHED], key: \"lead\", atRisk: false}", "reference title state");
        var breaches = every.of("breaches", "{milestone: \"lead\", withdrawn: false}", "reference name cause");

        assertThat(missed)
                .extracting(milestone -> milestone.get("reference"))
                .contains(overdue.reference())
                .doesNotContain(soon.reference());
        assertThat(missed).extracting(milestone -> milestone.get("state")).containsOnly("BREACHED");
        assertThat(breaches).extracting(breach -> breach.get("reference")).contains(overdue.reference());
    }

    private List<String> listed(Map<String, Object> filter) {
        return references(list(Map.of("first", 10), filter));
    }

    private Answer list(Map<String, Object> arguments, Map<String, Object> filter) {
        Map<String, Object> its = new HashMap<>(filter);
        its.putIfAbsent("text", word);
        List<Object> variables = new ArrayList<>(List.of("filter", its));
        arguments.forEach((name, value) -> {
            variables.add(name);
            variables.add(value);
        });
        return MAYA.send(LIST, variables.toArray());
    }

    private static List<String> references(Answer answer) {
        return answer.get("it.nodes.reference");
    }
}
