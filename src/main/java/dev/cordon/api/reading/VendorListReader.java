package dev.cordon.api.reading;

import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import dev.cordon.api.view.EmbargoTermsView;
import dev.cordon.api.view.ListedVendorConnection;
import dev.cordon.api.view.ListedVendorEdge;
import dev.cordon.api.view.ListedVendorView;
import dev.cordon.api.view.VendorContactView;
import dev.cordon.incident.EmbargoTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the private list of vendors for the committee, and the embargo terms for everybody. */
@ApplicationScoped
public class VendorListReader {
    private static final String COLUMNS = "select v.*, p.handle as person_handle, p.name as person_name";
    private static final String FROM = "from vendor v left join person p on p.id = v.terms_accepted_by\n";
    private static final String CONTACTS = """
            select c.*, p.handle as person_handle, p.name as person_name
            from vendor_contact c join person p on p.id = c.person_id
            where c.vendor_id = any (?) order by p.handle
            """;
    private static final String ACCEPTED = """
            select v.terms_accepted_at from vendor v where v.id = (select actor_vendor()) and v.terms_version = ?
            """;
    private static final Order LISTED_FIRST = new Order(
            "vendor", "(v.retired_at is not null)::integer", "integer", "(lower(v.name) || ' ' || v.id::text)", false);

    private final Transactions transactions;
    private final EmbargoTerms terms;

    VendorListReader(Transactions transactions, EmbargoTerms terms) {
        this.transactions = transactions;
        this.terms = terms;
    }

    /** A page of the list: those on it by name, then the retired ones. */
    public ListedVendorConnection page(PageRequest request, Selection selection) {
        return transactions.read(transaction -> {
            transaction.viewer().mustBeCommittee("see the list of vendors");
            Page.Query query = new Page.Query(COLUMNS, FROM, new Conditions(), LISTED_FIRST, selection);
            Page<ListedVendorView> page = Page.read(transaction.rows(), request, query, ListedVendorView::of);
            fill(transaction, page.values());
            transaction.auditRead("vendors");
            List<ListedVendorEdge> edges = page.entries().stream()
                    .map(entry -> new ListedVendorEdge(entry.cursor(), entry.value()))
                    .toList();
            return new ListedVendorConnection(page.values(), edges, page.info(), page.total());
        });
    }

    /** One vendor as a change left it, inside the change's own transaction. */
    public ListedVendorView one(Transaction transaction, UUID id) {
        List<ListedVendorView> found =
                transaction.rows().list(COLUMNS + "\n" + FROM + "where v.id = ?", ListedVendorView::of, id);
        fill(transaction, found);
        return found.get(0);
    }

    public EmbargoTermsView terms() {
        return transactions.read(this::terms);
    }

    /** The terms inside a transaction that goes on. */
    public EmbargoTermsView terms(Transaction transaction) {
        Instant acceptedAt = transaction
                .rows()
                .first(ACCEPTED, row -> row.instant("terms_accepted_at"), terms.version())
                .orElse(null);
        return new EmbargoTermsView(terms.version(), terms.text(), acceptedAt);
    }

    private static void fill(Transaction transaction, List<ListedVendorView> vendors) {
        if (vendors.isEmpty()) {
            return;
        }
        Map<String, ListedVendorView> byId =
                vendors.stream().collect(Collectors.toMap(ListedVendorView::id, Function.identity()));
        List<UUID> ids =
                vendors.stream().map(vendor -> UUID.fromString(vendor.id())).toList();
        transaction
                .rows()
                .list(
                        CONTACTS,
                        row -> byId.get(row.text("vendor_id")).contacts().add(VendorContactView.of(row)),
                        ids);
    }
}
