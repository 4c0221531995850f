package dev.cordon.testing;

import static dev.cordon.testing.GraphQL.MAYA;
import static dev.cordon.testing.GraphQL.NOBODY;

import dev.cordon.access.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A vendor on the list, of a name that no other test knows, kept by Maya. */
public record AVendor(String id, String name) {
    /** Puts one on the list. */
    public static AVendor listed() {
        String name = "Vendor " + UUID.randomUUID();
        return new AVendor(MAYA.mutate("addVendor", Map.of("name", name), "id").get("it.id"), name);
    }

    /** Adds somebody who speaks for it; answers their handle. */
    public String contact() {
        String handle = Database.newcomer(Role.VENDOR);
        tried(MAYA, "addVendorContact", "person", handle, "address", handle + "@example.org")
                .succeeds();
        return handle;
    }

    /** Accepts the embargo terms that hold, as somebody. */
    public static GraphQL.Answer accepting(String handle) {
        String version = NOBODY.send("{ embargoTerms { version } }").get("embargoTerms.version");
        return GraphQL.as(handle).mutate("acceptEmbargoTerms", Map.of("version", version), "acceptedAt");
    }

    public GraphQL.Answer tried(GraphQL who, String mutation, Object... named) {
        Map<String, Object> values = new HashMap<>(Map.of("vendor", id));
        for (int i = 0; i < named.length; i += 2) {
            values.put((String) named[i], named[i + 1]);
        }
        return who.mutate(mutation, values, "id name");
    }
}
