package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.api.view.BreachView;
import dev.cordon.api.view.EscalationView;
import dev.cordon.api.view.FactView;
import dev.cordon.api.view.GrantView;
import dev.cordon.api.view.IncidentPolicyView;
import dev.cordon.api.view.IncidentView;
import dev.cordon.api.view.NoteView;
import dev.cordon.api.view.NoticeDraftView;
import dev.cordon.api.view.PersonView;
import dev.cordon.api.view.PolicyView;
import dev.cordon.api.view.VendorNoticeView;
import dev.cordon.api.view.VendorReceiptView;
import dev.cordon.api.view.WaitView;
import dev.cordon.api.view.WaiverView;
import dev.cordon.database.Row;
import dev.cordon.incident.PolicyBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Knows how each list of incidents is read: by one query for all of them. */
@ApplicationScoped
class ChildReader {
    private static final String FACTS = """
            select f.*, p.handle as person_handle, p.name as person_name,
                   not f.retracts and not exists (select from fact later where later.supersedes = f.id) as in_force
            from fact f left join person p on p.id = f.recorded_by
            where f.incident_id = any (?) order by f.recorded_at, f.occurred_at
            """;
    private static final String NOTES = """
            select n.*, p.handle as person_handle, p.name as person_name
            from note n left join person p on p.id = n.written_by
            where n.incident_id = any (?) order by n.written_at, n.id
            """;
    private static final String WAITS =
            "select w.* from wait_period w where w.incident_id = any (?) order by w.recorded_at, w.since";
    private static final String FIX_TEAM = """
            select t.incident_id, p.handle as person_handle, p.name as person_name
            from fix_team_member t join person p on p.id = t.person_id
            where t.incident_id = any (?) order by t.joined_at, p.handle
            """;
    private static final String ACCESS = """
            select g.incident_id, g.granted_at, p.handle as person_handle, p.name as person_name,
                   b.handle as granted_by_handle, b.name as granted_by_name
            from access_grant g join person p on p.id = g.person_id left join person b on b.id = g.granted_by
            where g.incident_id = any (?) order by g.granted_at, p.handle
            """;
    private static final String VENDOR_NOTICES = """
            select v.*, p.handle as person_handle, p.name as person_name
            from vendor_notice v join person p on p.id = v.person_id
            where v.incident_id = any (?) order by v.notified_at, p.handle
            """;
    /** What happened to the notices of each vendor, the contacts of one taken together. */
    private static final String RECEIPTS = """
            select v.incident_id, coalesce(o.name, min(p.name)) as vendor, array_agg(p.handle order by p.handle) as handles,
                   array_agg(p.name order by p.handle) as names, min(v.notified_at) as sent_at, min(m.delivered_at) as delivered_at,
                   min(v.opened_at) as opened_at, min(o.terms_accepted_at) as terms_accepted_at,
                   coalesce(max(v.answer), 'NO_ANSWER_YET') as reply, max(v.answered_at) as answered_at
            from vendor_notice v join person p on p.id = v.person_id left join vendor o on o.id = v.vendor_id
            cross join lateral (
                select min(t.settled_at) as delivered_at from notification t
                where t.incident_id = v.incident_id and t.person_id = v.person_id and t.channel = 'MAIL' and t.state = 'SENT'
                  and t.happened_at >= v.notified_at) m
            where v.incident_id = any (?) group by v.incident_id, coalesce(v.vendor_id, v.person_id), o.name
            """;

    private static final String BY_NAME = "order by lower(coalesce(o.name, min(p.name))), 1";
    private static final String SILENT = RECEIPTS + "having max(v.answer) is null " + BY_NAME;
    private static final String NOTICE_DRAFTS = """
            select d.*, a.handle as drafter_handle, a.name as drafter_name, e.handle as editor_handle, e.name as editor_name,
                   p.handle as approver_handle, p.name as approver_name, s.handle as sender_handle, s.name as sender_name,
                   x.handle as discarder_handle, x.name as discarder_name
            from notice_draft d
            left join person a on a.id = d.drafted_by left join person e on e.id = d.edited_by
            left join person p on p.id = d.approved_by left join person s on s.id = d.sent_by
            left join person x on x.id = d.discarded_by
            where d.incident_id = any (?) order by d.drafted_at, d.id
            """;
    /** The newest of each incident: what nobody meets comes back for ever. */
    private static final String ESCALATIONS = """
            select e.*, m.policy_id, m.key, p.handle as acknowledger_handle, p.name as acknowledger_name
            from (select n.*, row_number() over (partition by n.incident_id order by n.recorded_at desc, n.happened_at desc, n.id) as place
                  from escalation n where n.incident_id = any (?)) e
            left join milestone m on m.id = e.milestone_id
            left join person p on p.id = e.acknowledged_by
            where e.place <= 100 order by e.incident_id, e.place
            """;

    private static final String PINS = """
            select ip.*, p.handle as person_handle, p.name as person_name
            from incident_policy ip left join person p on p.id = ip.added_by
            where ip.incident_id = any (?)""";
    private static final String POLICIES = PINS + " and ip.replaced_at is null order by ip.base desc, ip.added_at";
    private static final String FORMER_POLICIES =
            PINS + " and ip.replaced_at is not null order by ip.replaced_at, ip.policy_id, ip.pin";

    private final MilestoneReader milestones;
    private final PolicyBook book;

    ChildReader(MilestoneReader milestones, PolicyBook book) {
        this.milestones = milestones;
        this.book = book;
    }

    /** Asks for every list of these incidents that was asked for. */
    void ask(Filling fill) {
        Transaction transaction = fill.transaction();
        ScoreColumns.ask(fill);
        fill.list("facts", FACTS, IncidentView::facts, FactView::of);
        fill.list("notes", NOTES, IncidentView::notes, NoteView::of);
        fill.list("waits", WAITS, IncidentView::waits, WaitView::of);
        fill.list("access", ACCESS, IncidentView::access, GrantView::of);
        fill.list("vendorNotices", VENDOR_NOTICES, IncidentView::vendorNotices, VendorNoticeView::of);
        fill.list("vendorReceipts", RECEIPTS + BY_NAME, IncidentView::vendorReceipts, VendorReceiptView::of);
        fill.list("silentVendors", SILENT, IncidentView::silentVendors, VendorReceiptView::of);
        fill.list("noticeDrafts", NOTICE_DRAFTS, IncidentView::noticeDrafts, NoticeDraftView::of);
        fill.list(
                "fixTeam", FIX_TEAM, IncidentView::fixTeam, row -> PersonView.of(row, "person_handle", "person_name"));
        fill.list(
                "breaches",
                BreachReader.OF_INCIDENTS,
                IncidentView::breaches,
                row -> BreachView.of(row, transaction.now()));
        fill.list(
                "waivers", WaiverSql.OF_INCIDENTS, IncidentView::waivers, row -> WaiverView.of(row, transaction.now()));
        fill.list("escalations", ESCALATIONS, IncidentView::escalations, EscalationView::of);
        fill.list("policies", POLICIES, IncidentView::policies, this::policy);
        fill.list("formerPolicies", FORMER_POLICIES, IncidentView::formerPolicies, this::policy);
        milestones.fill(fill);
    }

    private IncidentPolicyView policy(Row row) throws SQLException {
        return new IncidentPolicyView(
                PolicyView.of(book.pinned(row.text("policy_id"), row.text("policy_version"))),
                row.flag("base"),
                row.instant("added_at"),
                PersonView.of(row, "person_handle", "person_name"),
                row.textOrNull("reason"),
                row.instantOrNull("replaced_at"));
    }
}
