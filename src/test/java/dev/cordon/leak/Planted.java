package dev.cordon.leak;

import dev.cordon.testing.Database;

/** An incident of the matrix, by what an argument may name of it. */
record Planted(
        long id,
        String reference,
        String fact,
        String breach,
        String escalation,
        String milestone,
        String waiver,
        String notice,
        String cve,
        String title) {
    /** What names nothing that there is, in the same forms. */
    static final Planted ABSENT = new Planted(
            730_999_999_999L,
            "INC-ZZZZZZ",
            "0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a11",
            "0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a12",
            "0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a15",
            "0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a13",
            "0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a14",
            "0b5c1c5e-7c1f-4d3e-9a53-2f1f5d1f9a15",
            "CVE-1999-7399999999",
            Tokens.CANARY + "99999");

    static Planted of(String reference) {
        long id = Database.incident(reference);
        return new Planted(
                id,
                reference,
                one("select id::text as value from fact where incident_id = ? limit 1", id, ABSENT.fact),
                one("select id::text as value from breach where incident_id = ? limit 1", id, ABSENT.breach),
                one(
                        "select id::text as value from escalation where incident_id = ? and told"
                                + " order by acknowledged_at nulls last limit 1",
                        id,
                        ABSENT.escalation),
                one("select id::text as value from milestone where incident_id = ? limit 1", id, ABSENT.milestone),
                one("select id::text as value from waiver where incident_id = ? limit 1", id, ABSENT.waiver),
                one("select id::text as value from notice_draft where incident_id = ? limit 1", id, ABSENT.notice),
                one("select cve as value from incident where id = ?", id, ABSENT.cve),
                one("select title as value from incident where id = ?", id, ABSENT.title));
    }

    private static String one(String sql, long id, String otherwise) {
        return Database.values(sql, id).stream().findFirst().orElse(otherwise);
    }
}
