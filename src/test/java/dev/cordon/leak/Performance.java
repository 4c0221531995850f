package dev.cordon.leak;

import dev.cordon.leak.Trial.Asking;
import dev.cordon.leak.Trial.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who calls what, in which order, and which answers must be equal. */
final class Performance {
    private static final List<String> TURNING = List.of("demoted", "disabled");
    private static final List<State> CHANGED = List.of(State.OPEN, State.RESTRICTED, State.DUPLICATE);

    /** States that stand for the others where one of each kind of callers tried them all. */
    private static final List<State> TELLING = List.of(State.OPEN, State.RESTRICTED, State.APART);

    private final Stage stage;
    private final Trial trial;

    Performance(Stage stage) {
        this.stage = stage;
        this.trial = stage.trial();
    }

    /** Lists of those who are shut out of everything restricted are the same before and after it is there. */
    void plantAndCompareLists() {
        stage.plant(state -> !state.isRestricted() && state != State.DUPLICATE);
        Map<Asking, Map<Call, Answer>> before = new LinkedHashMap<>();
        blindToRestricted().forEach(who -> before.put(who, stage.lists(who)));
        stage.plant(State::isRestricted);
        before.forEach((who, answers) -> stage.lists(who)
                .forEach((call, answer) -> trial.mustBeEqual(
                        who + " " + call + ", with restricted incidents and without,",
                        answer,
                        answers.get(call),
                        List.of())));
        stage.plant(state -> state == State.DUPLICATE);
        stage.turnCoats();
    }

    /** In every way by one of each kind of callers; the plain way by everybody, with what everybody gets. */
    void callEveryList() {
        stage.callers().stream()
                .filter(stage::speaksForOthers)
                .forEach(caller -> stage.lists(new Asking(caller, State.OPEN)));
    }

    /** Whoever may not see an incident gets, to the byte, what they get for one that is not there; and changes nothing. */
    void callEverythingHidden() {
        String before = stage.rows();
        for (String caller : stage.callers()) {
            hideEverything(caller, stage.speaksForOthers(caller) ? List.of(State.values()) : TELLING);
        }
        trial.mustBeSame("rows of incidents, for callers who may not see them,", before, stage.rows());
    }

    /** The same by one of each kind of callers, while another lock is open. */
    void callTheTellingHidden() {
        String before = stage.rows();
        stage.callers().stream().filter(stage::speaksForOthers).forEach(caller -> hideEverything(caller, TELLING));
        trial.mustBeSame("rows of incidents, with a lock open,", before, stage.rows());
    }

    private void hideEverything(String caller, List<State> states) {
        for (String operation : stage.operations()) {
            if (!stage.wordsOfOneIncident(operation).isEmpty()) {
                hide(caller, operation, states);
            }
            if (stage.wordsOfOneIncident(operation).contains("cve")) {
                // An import brings in what it was asked for: the next caller must not find it.
                stage.forgetImports();
            }
        }
    }

    private void hide(String caller, String operation, List<State> states) {
        Map<String, Answer> absent = new HashMap<>();
        List<State> seen = stage.states(caller, operation, true);
        List<State> hidden = new ArrayList<>(stage.states(caller, operation, false));
        hidden.retainAll(states);
        for (State state : hidden) {
            Asking who = new Asking(caller, state);
            compare(who, operation, stage.target(Planted.ABSENT), Target.OF_ONE_INCIDENT, absent);
            if (!seen.isEmpty() && stage.wordsOfOneIncident(operation).contains("incident")) {
                Map<String, Object> own = stage.target(stage.planted(seen.get(0)));
                stage.wordsOfOneIncident(operation).stream()
                        .filter(word -> !word.equals("incident"))
                        .forEach(word -> compare(who, operation, own, List.of(word), absent));
            }
        }
    }

    /** Aims these words at the hidden incident, then at none; everything else as the target says. */
    private void compare(
            Asking who,
            String operation,
            Map<String, Object> target,
            List<String> words,
            Map<String, Answer> answersOfAbsent) {
        Planted hidden = stage.planted(who.state());
        // A link is another one for each incident.
        String key = who.caller().startsWith("link") ? who + " " + words : words.toString();
        Answer absent = answersOfAbsent.computeIfAbsent(
                key, its -> stage.call(who, operation, Target.with(target, words, Planted.ABSENT)));
        Answer answer = stage.call(who, operation, Target.with(target, words, hidden));
        trial.mustBeEqual(who + " " + operation + " " + words, answer, absent, Target.values(hidden));
    }

    /** Those who may see an incident read it and change it: the answers hold what is theirs and nothing else. */
    void callEverythingSeen() {
        for (String operation : stage.operations()) {
            boolean ofOne = !stage.wordsOfOneIncident(operation).isEmpty();
            boolean changes = Documents.kind(operation).equals("mutation");
            for (String caller : stage.callers()) {
                List<State> states = ofOne ? stage.states(caller, operation, true) : List.of(State.OPEN);
                states.stream()
                        .filter(state -> !changes || CHANGED.contains(state))
                        .forEach(state ->
                                stage.call(new Asking(caller, state), operation, stage.target(stage.planted(state))));
            }
        }
    }

    /** Content never leaves by a log, a metric or a check of health. */
    void searchWhatOperatorsSee(Client client, CapturedLog log) {
        trial.search("the log", log.text(), "log");
        for (String page : List.of("metrics", "health", "health/ready", "health/live")) {
            Answer answer = client.operators(page);
            trial.search(page, answer.everything(), "metric");
            // Nobody sweeps by the clock in tests, which the page of health says with 503 after a while.
            if (answer.status() != 200 && !(page.equals("health") && answer.status() == 503)) {
                throw new AssertionError(page + " is not there to be searched: " + answer);
            }
        }
    }

    private List<Asking> blindToRestricted() {
        return stage.callers().stream()
                .filter(caller -> !TURNING.contains(caller) && stage.speaksForOthers(caller))
                .filter(caller -> stage.isBlindTo(caller, State::isRestricted))
                .map(caller -> new Asking(caller, State.OPEN))
                .toList();
    }
}
