package dev.cordon.cvss;

import static dev.cordon.cvss.InvalidVectorException.excerpt;

import dev.cordon.cvss.Metric.Group;
import java.util.List;
import java.util.stream.Stream;

/**
 * The metrics of every version, in the order in which the specification lists them.
 *
 * @see <a href="https://www.first.org/cvss/v3.0/specification-document#Vector-String">CVSS v3.0, section 6</a>
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document#Vector-String">CVSS v3.1, section 6</a>
 * @see <a href="https://www.first.org/cvss/v4.0/specification-document#Vector-String">CVSS v4.0, section 7</a>
 */
final class Metrics {
    private static final List<Metric> VERSION_3 = Stream.of(
                    group(Group.BASE, "AV:NALP", "AC:LH", "PR:NLH", "UI:NR", "S:UC", "C:HLN", "I:HLN", "A:HLN"),
                    group(Group.THREAT, "E:XUPFH", "RL:XOTWU", "RC:XURC"),
                    group(Group.ENVIRONMENTAL, "CR:XLMH", "IR:XLMH", "AR:XLMH"),
                    group(Group.ENVIRONMENTAL, "MAV:XNALP", "MAC:XLH", "MPR:XNLH", "MUI:XNR", "MS:XUC"),
                    group(Group.ENVIRONMENTAL, "MC:XNLH", "MI:XNLH", "MA:XNLH"))
            .flatMap(List::stream)
            .toList();

    private static final List<Metric> VERSION_4 = Stream.of(
                    group(Group.BASE, "AV:NALP", "AC:LH", "AT:NP", "PR:NLH", "UI:NPA"),
                    group(Group.BASE, "VC:HLN", "VI:HLN", "VA:HLN", "SC:HLN", "SI:HLN", "SA:HLN"),
                    group(Group.THREAT, "E:XAPU"),
                    group(Group.ENVIRONMENTAL, "CR:XHML", "IR:XHML", "AR:XHML"),
                    group(Group.ENVIRONMENTAL, "MAV:XNALP", "MAC:XLH", "MAT:XNP", "MPR:XNLH", "MUI:XNPA"),
                    group(Group.ENVIRONMENTAL, "MVC:XHLN", "MVI:XHLN", "MVA:XHLN"),
                    group(Group.ENVIRONMENTAL, "MSC:XHLN", "MSI:XSHLN", "MSA:XSHLN"),
                    group(Group.SUPPLEMENTAL, "S:XNP", "AU:XNY", "R:XAUI", "V:XDC", "RE:XLMH"),
                    List.of(new Metric("U", Group.SUPPLEMENTAL, List.of("X", "Clear", "Green", "Amber", "Red"))))
            .flatMap(List::stream)
            .toList();

    private Metrics() {}

    static List<Metric> of(CvssVersion version) {
        return switch (version) {
            case V3_0, V3_1 -> VERSION_3;
            case V4_0 -> VERSION_4;
        };
    }

    /** The metric of that name, which stands at that character. */
    static Metric named(String name, CvssVersion version, int position) {
        for (Metric metric : of(version)) {
            if (metric.abbreviation().equals(name)) {
                return metric;
            }
            if (metric.abbreviation().equalsIgnoreCase(name)) {
                String fault = "Metrics are in capitals: write %s, not %s".formatted(metric.abbreviation(), name);
                throw new InvalidVectorException(metric.abbreviation(), position, fault);
            }
        }
        String fault = "CVSS %s has no metric \"%s\": correct or remove it".formatted(version.number(), excerpt(name));
        throw new InvalidVectorException(excerpt(name), position, fault);
    }

    private static List<Metric> group(Group group, String... metrics) {
        return Stream.of(metrics).map(text -> metric(group, text)).toList();
    }

    private static Metric metric(Group group, String text) {
        int colon = text.indexOf(':');
        List<String> values = List.of(text.substring(colon + 1).split(""));
        return new Metric(text.substring(0, colon), group, values);
    }
}
