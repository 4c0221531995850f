package dev.cordon.incident;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OneToMany;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing cascades to the rows of a new incident: all of them have to be named. */
class OpeningTest {
    @Test
    void theRowsOfEveryCollectionAreWritten() throws IllegalAccessException {
        Incident incident = new Incident();
        List<Object> rows = new ArrayList<>(List.of(incident));
        for (Field field : collections()) {
            Object row = new Object();
            field.set(incident, List.of(row));
            rows.add(row);
        }

        assertThat(Opening.rows(incident)).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void theIncidentComesBeforeItsRowsAndWhatIsReferredToBeforeWhatRefers() {
        Incident incident = new Incident();
        incident.timeline.add(new TimelineEvent());
        incident.breaches.add(new Breach());
        incident.milestones.add(new Milestone());

        assertThat(Opening.rows(incident))
                .extracting(Object::getClass)
                .containsExactly(Incident.class, Milestone.class, Breach.class, TimelineEvent.class);
    }

    private static List<Field> collections() {
        return Arrays.stream(Incident.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(OneToMany.class))
                .toList();
    }
}
