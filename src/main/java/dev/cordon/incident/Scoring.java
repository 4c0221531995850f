package dev.cordon.incident;

import dev.cordon.cvss.CvssScore;
import dev.cordon.cvss.CvssVector;
import dev.cordon.policy.FactKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The assessments of an incident's severity: each is kept, the newest counts. */
public final class Scoring {
    private final Incident incident;

    public Scoring(Incident incident) {
        this.incident = incident;
    }

    /**
     * Scores the incident by a CVSS vector; score and severity come from it.
     *
     * @param claimed the overall score a client computed, or none
     * @throws ScoreMismatchException if the claimed score is not the vector's
     * @throws dev.cordon.cvss.InvalidVectorException if the vector is none
     */
    public void score(String vector, @Nullable BigDecimal claimed, @Nullable String rationale, Act act) {
        CvssScore cvss = CvssScore.of(CvssVector.parse(vector));
        mustAgree(claimed, cvss);
        Score score = add(cvss, act);
        score.rationale = Text.optional("rationale", rationale, Text.PAGE);
        String summary = cvss.overallScore() + " " + cvss.severity() + ", "
                + cvss.vector().text();
        incident.tell(TimelineKind.SCORED, summary, score.id, act);
        new FactLog(incident).add(FactKind.SEVERITY_SCORED, act.at(), Evidence.NONE, act);
    }

    /** Keeps a score that somebody published; history records no fact. */
    void keepPublished(CvssScore cvss, String assignedBy, Act act) {
        Score score = add(cvss, act);
        score.scoredBy = null;
        score.assignedBy = assignedBy;
    }

    private Score add(CvssScore cvss, Act act) {
        Score score = Score.assigned(incident, cvss, act);
        incident.scores.add(score);
        incident.scoreId = score.id;
        incident.overallScore = score.overallScore;
        incident.severity = score.severity;
        return score;
    }

    static void mustAgree(@Nullable BigDecimal claimed, CvssScore cvss) {
        if (claimed != null && claimed.compareTo(cvss.overallScore()) != 0) {
            throw new ScoreMismatchException(
                    claimed, cvss.overallScore(), cvss.vector().text());
        }
    }
}
