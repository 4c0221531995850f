package dev.cordon.incident;

import dev.cordon.cvss.CvssScore;
import dev.cordon.cvss.CvssVersion;
import dev.cordon.cvss.Severity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One CVSS assessment. Append-only; the newest is the incident's score, and it and its severity come from the vector. */
@Entity
@Immutable
public class Score extends IncidentRow {
    /** 1 for the first score of the incident, then counting up. */
    public int number;

    public String vector;

    @Enumerated(EnumType.STRING)
    public CvssVersion cvssVersion;

    public BigDecimal baseScore;

    @Enumerated(EnumType.STRING)
    public Severity baseSeverity;

    public BigDecimal overallScore;

    @Enumerated(EnumType.STRING)
    public Severity severity;

    public @Nullable UUID scoredBy;

    /** Who published an imported score, such as {@code nvd}. */
    public @Nullable String assignedBy;

    public Instant scoredAt;
    public @Nullable String rationale;

    static Score assigned(Incident incident, CvssScore cvss, Act act) {
        Score score = new Score();
        score.belongTo(incident);
        score.number = incident.scores.size() + 1;
        score.vector = cvss.vector().text();
        score.cvssVersion = cvss.vector().version();
        score.baseScore = cvss.baseScore();
        score.baseSeverity = cvss.baseSeverity();
        score.overallScore = cvss.overallScore();
        score.severity = cvss.severity();
        score.scoredBy = act.actorId();
        score.scoredAt = act.at();
        return score;
    }
}
