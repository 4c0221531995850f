package dev.cordon.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of a policy file that says how its deadlines escalate; what it leaves out is as in {@link Ladder#DEFAULT}. */
record LadderSection(YamlMapping fields) {
    private static final List<String> KEYS = List.of("tell", "beforeDue", "repeat", "again", "offered");
    private static final List<String> PACE_KEYS = List.of("first", "longest");
    private static final List<String> RUNGS =
            Arrays.stream(Rung.values()).map(Rung::name).toList();
    private static final List<String> RUNGS_OF_OFFERS =
            Rung.ofOffers().stream().map(Rung::name).toList();
    private static final List<Addressee> OF_OFFERS = List.of(Addressee.values());
    private static final List<Addressee> OF_DEADLINES =
            List.of(Addressee.LEAD, Addressee.BACKUP, Addressee.ON_CALL, Addressee.COMMITTEE);

    static LadderSection of(YamlValue value) {
        return new LadderSection(value.mapping(KEYS));
    }

    Ladder ladder() {
        Duration beforeDue =
                fields.optional("beforeDue").map(LadderSection::elapsed).orElse(Ladder.DEFAULT.beforeDue());
        try {
            return new Ladder(
                    tell(),
                    beforeDue,
                    pace("repeat", Ladder.DEFAULT.repeat()),
                    pace("again", Ladder.DEFAULT.again()),
                    offered());
        } catch (IllegalArgumentException contradiction) {
            throw fields.whole().refusal(contradiction.getMessage());
        }
    }

    private Map<Rung, Set<Addressee>> tell() {
        Map<Rung, Set<Addressee>> tell = new EnumMap<>(Ladder.DEFAULT.tell());
        fields.optional("tell")
                .ifPresent(value -> value.mapping(RUNGS)
                        .values()
                        .forEach((name, addressees) ->
                                tell.put(Rung.valueOf(name), told(Rung.valueOf(name), addressees))));
        return tell;
    }

    private static Set<Addressee> told(Rung rung, YamlValue addressees) {
        if (!addressees.items().isEmpty()) {
            return Set.copyOf(addressees.someOf(rung.isOfOffers() ? OF_OFFERS : OF_DEADLINES));
        }
        if (rung.isLast()) {
            throw addressees.refusal("the list is empty; the last rung has to reach somebody");
        }
        return Set.of();
    }

    private Pace pace(String key, Pace byDefault) {
        YamlValue value = fields.optional(key).orElse(null);
        if (value == null) {
            return byDefault;
        }
        YamlMapping pace = value.mapping(PACE_KEYS);
        Duration first = elapsed(pace.required("first"));
        Duration longest = elapsed(pace.required("longest"));
        if (longest.compareTo(first) < 0) {
            throw pace.required("longest")
                    .refusal("the longest interval is shorter than the first; allowed: as long, or longer");
        }
        return new Pace(first, longest);
    }

    private Map<Rung, Duration> offered() {
        Map<Rung, Duration> offered = new EnumMap<>(Ladder.DEFAULT.offered());
        fields.optional("offered")
                .ifPresent(value -> value.mapping(RUNGS_OF_OFFERS)
                        .values()
                        .forEach((name, span) -> offered.put(Rung.valueOf(name), elapsed(span))));
        return offered;
    }

    /** Escalation asks no calendar: what is open on a Sunday is open. */
    private static Duration elapsed(YamlValue value) {
        Span span = value.span();
        return switch (span.unit()) {
            case HOURS -> Duration.ofHours(span.amount());
            case DAYS -> Duration.ofDays(span.amount());
            case BUSINESS_DAYS, MONTHS ->
                throw value.refusal("\"" + span + "\" is no elapsed time; allowed: hours, days");
        };
    }
}
