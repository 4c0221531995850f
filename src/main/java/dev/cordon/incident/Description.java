package dev.cordon.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an incident is about. A field that is null is not mentioned; an empty text or list takes away what was there.
 *
 * @throws InvalidTextException naming the field that is too long or not of its form
 */
public record Description(
        @Nullable String title,
        @Nullable String cve,
        @Nullable List<String> cwes,
        @Nullable List<String> components,
        @Nullable List<AffectedRange> affected,
        @Nullable List<String> fixedVersions,
        @Nullable List<String> links) {
    private static final int MOST_RANGES = 500;

    public Description {
        Text.optional("title", title, Text.LINE);
        Text.cve(cve);
        Text.cwes(cwes);
        Text.lines("components", components);
        Text.lines("fixedVersions", fixedVersions);
        Text.lines("links", links);
        if (affected != null && affected.size() > MOST_RANGES) {
            throw new InvalidTextException(
                    "\"affected\" has " + affected.size() + " entries; at most " + MOST_RANGES + " are kept.");
        }
    }

    void applyTo(Incident incident) {
        if (title != null) {
            incident.title = Text.optional("title", title, Text.LINE);
        }
        if (cve != null) {
            incident.cve = Text.cve(cve);
        }
        if (affected != null) {
            incident.affected = AffectedRange.json(affected);
        }
        incident.cwes = replaced(incident.cwes, cwes);
        incident.components = replaced(incident.components, components);
        incident.fixedVersions = replaced(incident.fixedVersions, fixedVersions);
        incident.links = replaced(incident.links, links);
    }

    /** The fields it mentions, by name. */
    List<String> named() {
        List<String> names = new ArrayList<>();
        addIf(title, "title", names);
        addIf(cve, "CVE", names);
        addIf(cwes, "CWEs", names);
        addIf(components, "components", names);
        addIf(affected, "affected versions", names);
        addIf(fixedVersions, "fixed versions", names);
        addIf(links, "links", names);
        return names;
    }

    private static void addIf(@Nullable Object mentioned, String name, List<String> names) {
        if (mentioned != null) {
            names.add(name);
        }
    }

    private static List<String> replaced(List<String> current, @Nullable List<String> mentioned) {
        return mentioned == null ? current : new ArrayList<>(mentioned);
    }
}
