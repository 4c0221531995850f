package dev.cordon.api.reading;

import dev.cordon.access.OutsideVisibility;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.api.view.VendorMessageView;
import dev.cordon.api.view.VendorView;
import dev.cordon.api.view.VendorViewConnection;
import dev.cordon.api.view.VendorViewEdge;
import dev.cordon.incident.IncidentNotFoundException;
import dev.cordon.incident.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads incidents for the vendors who were notified of them, from the views that hold what a vendor may know. */
@ApplicationScoped
public class VendorReader {
    private static final String COLUMNS = "select i.*";
    private static final String FROM = "from vendor_incident i\n";
    private static final String MESSAGES =
            "select m.* from vendor_message m where m.incident_id = any (?) order by m.written_at, m.id";
    private static final String OPEN = "select open_vendor_notices(?, ?)";
    private static final Order NEWEST_FIRST = new Order("notice", "i.notified_at", "timestamptz", "i.reference", true);

    private final Transactions transactions;

    VendorReader(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The incident of this reference.
     *
     * @throws IncidentNotFoundException if there is none that the viewer was notified of
     */
    public VendorView one(Reference reference, Selection selection) {
        return transactions.read(transaction -> {
            VendorView view = find(transaction, reference, selection);
            open(transaction, List.of(view));
            transaction.auditRead("vendorView", List.of(view.id()));
            return view;
        });
    }

    /** The incident inside a transaction that goes on, such as that of the answer which changed it. */
    public VendorView find(Transaction transaction, Reference reference, Selection selection) {
        String sql = COLUMNS + "\n" + FROM + "where i.reference = ? and "
                + OutsideVisibility.ofVendor(transaction.viewer(), "i");
        List<VendorView> found = transaction.rows().list(sql, VendorView::of, reference.text());
        fill(transaction, found, selection);
        return found.stream().findFirst().orElseThrow(() -> new IncidentNotFoundException(reference));
    }

    /** A page of what the viewer was notified of, the newest notice first. */
    public VendorViewConnection page(PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            Conditions conditions = new Conditions().and(OutsideVisibility.ofVendor(transaction.viewer(), "i"));
            Page.Query query = new Page.Query(COLUMNS, FROM, conditions, NEWEST_FIRST, selection);
            Page<VendorView> page = Page.read(transaction.rows(), request, query, VendorView::of);
            fill(transaction, page.values(), selection);
            open(transaction, page.values());
            transaction.auditRead(
                    "vendorNotices", page.values().stream().map(VendorView::id).toList());
            List<VendorViewEdge> edges = page.entries().stream()
                    .map(entry -> new VendorViewEdge(entry.cursor(), entry.value()))
                    .toList();
            return new VendorViewConnection(page.values(), edges, page.info(), page.total());
        });
    }

    /** Notes that these were read; the first time is the receipt that the team sees. */
    private static void open(Transaction transaction, List<VendorView> incidents) {
        List<Long> ids = incidents.stream().map(VendorView::id).toList();
        if (!ids.isEmpty()) {
            transaction.rows().list(OPEN, row -> true, ids, transaction.now());
        }
    }

    private static void fill(Transaction transaction, List<VendorView> incidents, Selection selection) {
        Map<Long, VendorView> byId = incidents.stream().collect(Collectors.toMap(VendorView::id, Function.identity()));
        if (selection.has("messages") && !byId.isEmpty()) {
            transaction
                    .rows()
                    .list(
                            MESSAGES,
                            row -> byId.get(row.number("incident_id"))
                                    .messages()
                                    .add(VendorMessageView.of(row)),
                            byId.keySet());
        }
    }
}
