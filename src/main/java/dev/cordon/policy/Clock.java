package dev.cordon.policy;

import java.util.Optional;

/** What a milestone counts, and from where. Each reads, as text, in the words of a policy file. */
public sealed interface Clock permits Clock.Within, Clock.Ahead, Clock.Every, Clock.Untimed {

    /** The fact that starts it; empty where it is not a fact that does. */
    default Optional<FactKind> startingFact() {
        return Optional.empty();
    }

    /** How long it runs; empty where the source gives no figure. */
    default Optional<Span> length() {
        return Optional.empty();
    }

    /** A deadline some time after a fact. */
    record Within(Span span, FactKind of) implements Clock {
        @Override
        public Optional<FactKind> startingFact() {
            return Optional.of(of);
        }

        @Override
        public Optional<Span> length() {
            return Optional.of(span);
        }

        @Override
        public String toString() {
            return "within " + span + " of " + of;
        }
    }

    /** A deadline some time before a planned date. */
    record Ahead(Span span, PlannedDate of) implements Clock {
        @Override
        public Optional<Span> length() {
            return Optional.of(span);
        }

        @Override
        public String toString() {
            return "ahead " + span + " of " + of;
        }
    }

    /** The longest silence allowed: it starts again with every human fact, score or note. */
    record Every(Span span) implements Clock {
        @Override
        public Optional<Span> length() {
            return Optional.of(span);
        }

        @Override
        public String toString() {
            return "every " + span + " since UPDATED";
        }
    }

    /** Something to be done after a fact, for which the source gives no figure: shown, never due. */
    record Untimed(FactKind of) implements Clock {
        @Override
        public Optional<FactKind> startingFact() {
            return Optional.of(of);
        }

        @Override
        public String toString() {
            return "of " + of;
        }
    }
}
