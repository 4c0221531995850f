package dev.cordon.cvss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a whole vector says: in one sentence, metric by metric, and what makes its score differ from another's. */
public final class VectorWords {
    private static final Map<String, String> WAYS = Map.ofEntries(
            Map.entry("AV:N", "over the network"),
            Map.entry("AV:A", "from the same network"),
            Map.entry("AV:L", "from the system itself"),
            Map.entry("AV:P", "with the device in hand"),
            Map.entry("PR:N", "without an account"),
            Map.entry("PR:L", "with an ordinary account"),
            Map.entry("PR:H", "with a privileged account"),
            Map.entry("UI:N", "without anybody's help"),
            Map.entry("UI:R", "if somebody else does something for it"),
            Map.entry("UI:P", "while somebody else uses it as always"),
            Map.entry("UI:A", "if somebody else does something out of the ordinary"));

    private final CvssVector vector;

    public VectorWords(CvssVector vector) {
        this.vector = vector;
    }

    /** What a metric of the vector says. */
    public record Judgement(MetricWords metric, MetricWords.ValueWords value) {}

    /** What each metric says that the vector mentions, in the order of the specification. */
    public List<Judgement> judgements() {
        return MetricWords.of(vector.version()).stream()
                .filter(metric -> vector.metric(metric.abbreviation()).isPresent())
                .map(metric -> new Judgement(metric, metric.value(vector.value(metric.abbreviation()))))
                .toList();
    }

    /** The base metrics in one sentence: the way of the attack, what stands against it, what it does. */
    public String sentence() {
        return "It can be attacked " + way("AV") + ", " + way("PR") + " and " + way("UI") + ", " + hindrance() + "; "
                + (isVersion4() ? damageOf4() : damageOf3()) + ".";
    }

    /**
     * Which groups of metrics took part in a 4.0 score: CVSS-B, CVSS-BT, CVSS-BE or CVSS-BTE. Null for 3.x, which has no
     * such names.
     *
     * @see <a href="https://www.first.org/cvss/v4.0/specification-document#CVSS-Nomenclature">CVSS v4.0, section 1.3</a>
     */
    public @Nullable String nomenclature() {
        if (!isVersion4()) {
            return null;
        }
        return "CVSS-B" + (vector.judges(Metric.Group.THREAT) ? "T" : "")
                + (vector.judges(Metric.Group.ENVIRONMENTAL) ? "E" : "");
    }

    private String way(String abbreviation) {
        return WAYS.get(abbreviation + ":" + vector.value(abbreviation));
    }

    private String hindrance() {
        boolean hard = vector.value("AC").equals("H");
        if (vector.value("AT").equals("P")) {
            return hard ? "past a protection and only in certain deployments" : "only in certain deployments";
        }
        if (isVersion4()) {
            return hard ? "past a protection" : "with nothing in the way";
        }
        return hard ? "only under conditions the attacker does not control" : "with nothing in the way";
    }

    private String damageOf3() {
        String damage = damage("C", "I", "A");
        boolean beyond = vector.value("S").equals("C") && !damage.equals("nothing is lost");
        return damage + (beyond ? ", also beyond the component itself" : "");
    }

    private String damageOf4() {
        String own = damage("VC", "VI", "VA");
        String others = damage("SC", "SI", "SA");
        boolean none = others.equals("nothing is lost");
        return "in the vulnerable system " + own + (none ? "" : ", in other systems " + others);
    }

    /** What is lost of confidentiality, integrity and availability, the worst first. */
    private String damage(String confidentiality, String integrity, String availability) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("confidentiality", vector.value(confidentiality));
        kinds.put("integrity", vector.value(integrity));
        kinds.put("availability", vector.value(availability));
        List<String> clauses = new ArrayList<>();
        add(clauses, kinds, "H", "lost");
        add(clauses, kinds, "L", "lost in part");
        return clauses.isEmpty() ? "nothing is lost" : String.join(", ", clauses);
    }

    private static void add(List<String> clauses, Map<String, String> kinds, String value, String verb) {
        List<String> hit = kinds.entrySet().stream()
                .filter(kind -> kind.getValue().equals(value))
                .map(Map.Entry::getKey)
                .toList();
        if (!hit.isEmpty()) {
            clauses.add(listed(hit) + (hit.size() == 1 ? " is " : " are ") + verb);
        }
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private boolean isVersion4() {
        return vector.version() == CvssVersion.V4_0;
    }
}
