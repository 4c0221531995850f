package dev.cordon.bench;

import dev.cordon.access.Role;
import dev.cordon.chaos.Caller;
import dev.cordon.chaos.People;
import dev.cordon.testing.ExternalDatabase;
import dev.cordon.testing.PackagedCordon;
import dev.cordon.testing.Program;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A database with so many incidents, and the people who ask for them.
 *
 * @param committee sees all but the restricted ones, and a hundred of those
 * @param responder sees a hundred of them
 * @param administrator may run the sweep
 */
record Programme(
        ExternalDatabase database,
        int incidents,
        List<Prototype> prototypes,
        Caller committee,
        Caller responder,
        Caller administrator) {
    /** Opens a hundred incidents, most of them open, to the responder, and a hundred restricted ones to the committee member. */
    private static final String ADMITTED = """
            insert into access_grant (incident_id, restricted, person_id, granted_by, granted_at)
            select i.id, i.restricted, p.id, o.id, i.created_at
            from ((select id, restricted, created_at, 'ines' as handle from incident where status <> 'CLOSED' order by md5(reference) limit 60)
                  union all
                  (select id, restricted, created_at, 'ines' from incident where status = 'CLOSED' order by md5(reference) limit 40)
                  union all
                  (select id, restricted, created_at, 'maya' from incident where restricted order by md5(reference) limit 100)) i
            join person p on p.handle = i.handle join person o on o.handle = 'otto'
            """;

    /** A new one, in a database of this name to which nobody is connected afterwards. */
    static Programme of(String name, int incidents) {
        Programme begun = begin(name, Prototypes::make);
        Programme filled = begun.grow(incidents);
        begun.database.run(ADMITTED);
        return filled;
    }

    /** The same of incidents that were just reported: all their deadlines are open. */
    static Programme waiting(String name, int incidents) {
        return begin(name, Prototypes::justReported).grow(incidents);
    }

    /** The same people on a copy of the database. */
    Programme on(ExternalDatabase copy) {
        return new Programme(copy, incidents, prototypes, committee, responder, administrator);
    }

    /** The same as it is once it has so many incidents, in a database of its own. */
    Programme grown(String name, int more) {
        return on(database.copy(name)).grow(more);
    }

    /** How many rows there are of what grows. */
    String size() {
        return List.of("incident", "score", "milestone", "timeline_event").stream()
                .map(table -> database.values("select count(*) || ' ' as value from " + table)
                                .get(0)
                        + table)
                .collect(Collectors.joining(", "));
    }

    /** Some references that the committee sees, whatever their state. */
    List<String> references() {
        return database.values(
                "select reference as value from incident where not restricted order by md5(reference) limit 1000");
    }

    /** The same of those that are open. */
    List<String> openReferences() {
        return database.values("select reference as value from incident where not restricted and status <> 'CLOSED'"
                + " order by md5(reference) limit 1000");
    }

    /** Cordon in production mode on it, without bounds on how often it is asked; not started yet. */
    PackagedCordon cordon(Program program) {
        return PackagedCordon.on(database, program)
                .withoutBudgets()
                .with("CORDON_SWEEP_EVERY", "1h")
                .withOption("-Xmx512m");
    }

    /** Records what became due since the programme was made, so that nothing does while it is measured. */
    void settle(PackagedCordon cordon) {
        administrator.ask(cordon, "mutation { runSweep { incidents } }", Map.of());
        database.run("vacuum (analyze)");
    }

    private static Programme begin(String name, Function<Prototypes, List<Prototype>> making) {
        ExternalDatabase database = ExternalDatabase.create(name);
        try (PackagedCordon cordon =
                PackagedCordon.on(database).withoutBudgets().start()) {
            People people = new People(database);
            Caller maya = people.add("maya", Role.COMMITTEE);
            Caller ines = people.add("ines", Role.RESPONDER);
            Caller ada = people.add("ada", Role.ADMINISTRATOR);
            Caller otto = people.signIn(people.add("otto", Role.COMMITTEE));
            List<Prototype> prototypes = making.apply(new Prototypes(cordon, otto));
            return new Programme(database, prototypes.size(), prototypes, maya, ines, ada);
        }
    }

    private Programme grow(int to) {
        new Copies(database).add(prototypes, incidents + 1, to);
        return new Programme(database, to, prototypes, committee, responder, administrator);
    }
}
