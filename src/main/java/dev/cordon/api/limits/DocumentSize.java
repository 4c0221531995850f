package dev.cordon.api.limits;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a document asks for with all fragments spelled out. Each fragment is counted once and remembered, so that
 * fragments that double each other cost nothing to count; a fragment within itself counts as nothing here and is refused
 * by validation.
 */
final class DocumentSize {
    /** Enough to be over every limit, small enough to be added up without overflow. */
    private static final long CAP = 1_000_000;

    /** Fields and aliases below a selection, the fields directly in it, and the most of them one in another. */
    record Count(long fields, long aliases, long topFields, long depth) {
        static final Count NOTHING = new Count(0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    Math.min(CAP, fields + other.fields),
                    Math.min(CAP, aliases + other.aliases),
                    Math.min(CAP, topFields + other.topFields),
                    Math.max(depth, other.depth));
        }
    }

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Count> counted = new HashMap<>();

    DocumentSize(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    Count of(@Nullable SelectionSet selections) {
        Count sum = Count.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = sum.plus(of(selection));
            }
        }
        return sum;
    }

    private Count of(Selection<?> selection) {
        if (selection instanceof Field field) {
            Count below = of(field.getSelectionSet());
            return new Count(below.fields + 1, below.aliases + (field.getAlias() == null ? 0 : 1), 1, below.depth + 1);
        }
        if (selection instanceof InlineFragment inline) {
            return of(inline.getSelectionSet());
        }
        return selection instanceof FragmentSpread spread ? of(spread) : Count.NOTHING;
    }

    private Count of(FragmentSpread spread) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (fragment == null) {
            return Count.NOTHING;
        }
        Count known = counted.get(spread.getName());
        if (known == null) {
            counted.put(spread.getName(), Count.NOTHING);
            known = of(fragment.getSelectionSet());
            counted.put(spread.getName(), known);
        }
        return known;
    }
}
