package dev.cordon.api.lean;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was asked for below a field. The engine tells it by writing the whole request anew in a normal form; here each answer is
 * remembered with the document instead.
 */
final class AskedFields implements DataFetchingFieldSelectionSet {
    private final DataFetchingFieldSelectionSet its;
    private final Map<String, Boolean> known;

    /** @param known what was answered before, of the same document and the same place in it */
    AskedFields(DataFetchingFieldSelectionSet its, Map<String, Boolean> known) {
        this.its = its;
        this.known = known;
    }

    @Override
    public boolean contains(String pattern) {
        Boolean before = known.get(pattern);
        return before == null ? known.computeIfAbsent(pattern, its::contains) : before;
    }

    @Override
    public boolean containsAnyOf(String pattern, String... patterns) {
        return contains(pattern) || Stream.of(patterns).anyMatch(this::contains);
    }

    @Override
    public boolean containsAllOf(String pattern, String... patterns) {
        return contains(pattern) && Stream.of(patterns).allMatch(this::contains);
    }

    /**
     * None: SmallRye makes two lists of them for each field it fetches, for {@code Context.getSelectedFields}, which nobody
     * here asks.
     */
    @Override
    public List<SelectedField> getFields() {
        return List.of();
    }

    @Override
    public List<SelectedField> getImmediateFields() {
        return its.getImmediateFields();
    }

    @Override
    public List<SelectedField> getFields(String pattern, String... patterns) {
        return its.getFields(pattern, patterns);
    }

    @Override
    public Map<String, List<SelectedField>> getFieldsGroupedByResultKey() {
        return its.getFieldsGroupedByResultKey();
    }

    @Override
    public Map<String, List<SelectedField>> getFieldsGroupedByResultKey(String pattern, String... patterns) {
        return its.getFieldsGroupedByResultKey(pattern, patterns);
    }
}
