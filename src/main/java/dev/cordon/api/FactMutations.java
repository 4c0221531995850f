package dev.cordon.api;

import dev.cordon.api.input.AddPolicyInput;
import dev.cordon.api.input.RecordFactInput;
import dev.cordon.api.input.SupersedeFactInput;
import dev.cordon.api.input.WaitOnInput;
import dev.cordon.api.view.IncidentView;
import dev.cordon.incident.Evidence;
import dev.cordon.incident.FactLog;
import dev.cordon.incident.Waiting;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Mutations that say what happened, when, and for whom the incident waits. */
@GraphQLApi
public class FactMutations {
    private final IncidentDesk desk;

    FactMutations(IncidentDesk desk) {
        this.desk = desk;
    }

    @Mutation("recordFact")
    @Description(
            "Records something that happened, if need be with the time it really happened. Clocks that wait for it stop.")
    public @NonNull IncidentView recordFact(@Name("input") @Description("What to do.") @NonNull RecordFactInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "recordFact");
        return desk.answer(
                change,
                (incident, act) -> new FactLog(incident)
                        .record(
                                input.kind(),
                                input.occurredAt(),
                                new Evidence(input.note(), input.evidenceUrl()),
                                act));
    }

    @Mutation("supersedeFact")
    @Description("Corrects a fact: when it really happened, or that it did not. The wrong one stays readable.")
    public @NonNull IncidentView supersedeFact(
            @Name("input") @Description("What to do.") @NonNull SupersedeFactInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "supersedeFact");
        return desk.answer(
                change,
                (incident, act) -> new FactLog(incident)
                        .supersede(
                                input.fact(),
                                input.occurredAt(),
                                new Evidence(input.note(), input.evidenceUrl()),
                                act));
    }

    @Mutation("waitOn")
    @Description("Lets the incident wait for somebody, or for nobody any more. Clocks whose rule says so pause.")
    public @NonNull IncidentView waitOn(@Name("input") @Description("What to do.") @NonNull WaitOnInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "waitOn");
        return desk.answer(
                change,
                (incident, act) ->
                        new Waiting(incident).on(input.on(), input.since(), Evidence.noted(input.note()), act));
    }

    @Mutation("addPolicy")
    @Description("Makes the incident follow one more policy from now on. Committee only.")
    public @NonNull IncidentView addPolicy(@Name("input") @Description("What to do.") @NonNull AddPolicyInput input) {
        var change = desk.change(input.reference(), input.expectedVersion(), "addPolicy");
        return desk.answer(change, desk.following(input.policy(), input.reason()));
    }
}
