package dev.cordon.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A whole list, page after page. The tests of one run share a database, so what a test looks for, or wants not to find,
 * may stand on any page.
 */
public final class EveryPage {
    private final GraphQL who;

    private EveryPage(GraphQL who) {
        this.who = who;
    }

    public static EveryPage seenBy(GraphQL who) {
        return new EveryPage(who);
    }

    /**
     * The nodes of a list, each as what its fields are called.
     *
     * @param filter a filter as it stands in a document, such as {@code {key: "lead"}}; nothing for the whole list
     */
    public List<Map<String, Object>> of(String list, String filter, String fields) {
        String chosen = filter.isEmpty() ? "" : ", filter: " + filter;
        String query = "query($after: String) { it: " + list + "(first: 100, after: $after" + chosen + ") { nodes { "
                + fields + " } pageInfo { hasNextPage endCursor } } }";
        List<Map<String, Object>> nodes = new ArrayList<>();
        String after = null;
        do {
            GraphQL.Answer page = who.send(query, "after", after);
            nodes.addAll(page.<List<Map<String, Object>>>get("it.nodes"));
            after = page.<Boolean>get("it.pageInfo.hasNextPage") ? page.get("it.pageInfo.endCursor") : null;
        } while (after != null);
        return nodes;
    }

    /** One field of each node of a list. */
    @SuppressWarnings("unchecked")
    public <T> List<T> each(String list, String filter, String field) {
        return of(list, filter, field).stream().map(node -> (T) node.get(field)).toList();
    }
}
