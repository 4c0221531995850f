package dev.cordon.testing;

import static dev.cordon.testing.GraphQL.MAYA;

import java.util.List;
import java.util.Map;

/** What an incident's deadlines and lead offers have climbed to, over the API. */
public record Climbing(AnIncident incident) {
    /** The escalations of the milestone with this key, oldest first; of the lead offer, for none. */
    public List<Map<String, Object>> of(String milestone) {
        String its = milestone == null ? "null" : "'" + milestone + "'";
        List<Map<String, Object>> newestFirst = incident.read(
                "escalations { id policy milestone dueAt rung number happenedAt recordedAt told concerned acknowledgedAt"
                        + " acknowledgedBy { handle } }",
                "escalations.findAll { it.milestone == " + its + " }");
        return newestFirst.stream()
                .sorted((one, other) -> height(one).compareTo(height(other)))
                .toList();
    }

    /** The calls people were told of, as "RUNG number". */
    public List<String> told(String milestone) {
        return of(milestone).stream()
                .filter(each -> (boolean) each.get("told"))
                .map(each -> each.get("rung") + " " + each.get("number"))
                .toList();
    }

    /** The rungs that were passed over. */
    public List<Object> passed(String milestone) {
        return of(milestone).stream()
                .filter(each -> !(boolean) each.get("told"))
                .map(each -> each.get("rung"))
                .toList();
    }

    /** The id of the newest call people were told of. */
    public String newest(String milestone) {
        List<Map<String, Object>> told = of(milestone).stream()
                .filter(each -> (boolean) each.get("told"))
                .toList();
        return (String) told.get(told.size() - 1).get("id");
    }

    public GraphQL.Answer acknowledged(GraphQL who, String id) {
        return incident.tried(who, "acknowledgeEscalation", "id", id);
    }

    public Climbing acknowledge(String milestone) {
        acknowledged(MAYA, newest(milestone)).succeeds();
        return this;
    }

    /** Every row of them, without what is random: to compare two incidents with. */
    public List<String> rows() {
        return Database.values(
                "select concat_ws(' ', m.key, e.due_at, e.rung, e.number, e.happened_at, e.recorded_at, e.told, e.concerned::text,"
                        + " e.acknowledged_at, (select count(*) from timeline_event t where t.subject_id = e.id and t.kind ="
                        + " 'ESCALATED'), (select min(summary) from timeline_event t where t.subject_id = e.id and t.kind ="
                        + " 'ESCALATED')) as value"
                        + " from escalation e left join milestone m on m.id = e.milestone_id"
                        + " where e.incident_id = ? order by 1",
                Database.incident(incident.reference()));
    }

    private static String height(Map<String, Object> escalation) {
        List<String> order = List.of(
                "AT_RISK",
                "BEFORE_DUE",
                "BREACHED",
                "QUARTER_PAST",
                "STILL_OPEN",
                "OFFER_UNANSWERED",
                "OFFER_PASSED_ON",
                "STILL_OFFERED");
        return escalation.get("dueAt")
                + String.format(" %d %09d", order.indexOf(escalation.get("rung")), escalation.get("number"));
    }
}
