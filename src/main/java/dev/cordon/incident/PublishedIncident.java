package dev.cordon.incident;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A past incident as it was published, with what is known and nothing made up.
 *
 * @param disclosedOn the day of publication; the hour is not known
 * @param scores in the order of preference
 */
public record PublishedIncident(
        Description description, @Nullable LocalDate disclosedOn, List<PublishedScore> scores) {
    /**
     * A score somebody published.
     *
     * @param publishedScore the number that went with the vector, if one did
     * @param assignedBy who published it, such as {@code kubernetes} or {@code nvd}
     */
    public record PublishedScore(String vector, @Nullable BigDecimal publishedScore, String assignedBy) {
        public PublishedScore {
            assignedBy = Text.required("assignedBy", assignedBy, Text.LINE);
        }
    }

    public PublishedIncident {
        scores = List.copyOf(scores);
        if (disclosedOn != null && (disclosedOn.getYear() < 1970 || disclosedOn.getYear() > 9999)) {
            throw new InvalidTextException(
                    "\"disclosedOn\" is " + disclosedOn + ". Cordon keeps days from 1970 to 9999; check the year.");
        }
    }
}
