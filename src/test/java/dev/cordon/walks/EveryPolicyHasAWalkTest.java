package dev.cordon.walks;

import static dev.cordon.testing.GraphQL.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No policy comes with Cordon that no incident was ever walked along. */
@QuarkusTest
class EveryPolicyHasAWalkTest {
    private static final List<Class<?>> WALKS = List.of(
            KubernetesWalksTest.class, EmbargoWalksTest.class, RegulationWalksTest.class, TargetWalksTest.class);

    @Test
    void policiesThatAreShippedAndADeadlineOfAReporterAreWalked() {
        List<String> shipped =
                new ArrayList<>(NOBODY.send("{ policies { id } }").<List<String>>get("policies.id"));
        shipped.add("reporter-deadline");

        assertThat(walked()).containsExactlyElementsOf(new TreeSet<>(shipped));
    }

    private static Set<String> walked() {
        return WALKS.stream()
                .flatMap(each -> Stream.of(each.getDeclaredMethods()))
                .map(method -> method.getAnnotation(WalkOf.class))
                .filter(Objects::nonNull)
                .map(WalkOf::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
