package dev.cordon.incident;

import dev.cordon.access.Person;
import dev.cordon.access.Role;
import dev.cordon.access.Scope;
import dev.cordon.access.Transaction;
import dev.cordon.access.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The private list of vendors: organisations, who speaks for them, which embargo terms they accepted, and when they were
 * last reached. The committee keeps it; a vendor accepts terms for itself.
 */
@ApplicationScoped
public class VendorList {
    private static final String ADD =
            "insert into vendor (id, name, added_by, added_at) values (?, ?, ?, ?) on conflict do nothing";
    private static final String RENAME = """
            update vendor v set name = ? where v.id = ? and not exists (
                select from vendor o where lower(o.name) = lower(?) and o.id <> v.id and o.retired_at is null)
            """;
    private static final String RETIRE = "update vendor set retired_by = ?, retired_at = ? where id = ?";
    private static final String TESTED =
            "update vendor set tested_by = ?, tested_at = ?, test_outcome = ? where id = ?";
    private static final String ADD_CONTACT =
            "insert into vendor_contact (person_id, vendor_id, address, added_by, added_at) values (?, ?, ?, ?, ?)"
                    + " on conflict do nothing";
    private static final String REACH = "select reach_contact(?, ?)";
    private static final String REMOVE_CONTACT = "delete from vendor_contact where person_id = ? and vendor_id = ?";
    private static final String LISTED = "select id from vendor where id = ? and retired_at is null for no key update";
    private static final String ACCEPT = "select accept_embargo_terms(?, ?) as vendor";

    private final Transactions transactions;
    private final EmbargoTerms terms;

    VendorList(Transactions transactions, EmbargoTerms terms) {
        this.transactions = transactions;
        this.terms = terms;
    }

    /**
     * Puts a vendor on the list.
     *
     * @param name at most 300 characters
     * @throws VendorNameTakenException if one of this name is there
     */
    public <T> T add(String name, BiFunction<Transaction, UUID, T> answer) {
        return manage(
                "addVendor",
                transaction -> {
                    UUID id = UUID.randomUUID();
                    String kept = Text.required("name", name, Text.LINE);
                    UUID by = transaction.viewer().id();
                    mustBeOne(transaction.rows().update(ADD, id, kept, by, transaction.now()), kept);
                    return id;
                },
                answer);
    }

    /** @throws VendorNameTakenException if another one has this name */
    public <T> T rename(String id, String name, BiFunction<Transaction, UUID, T> answer) {
        return manage(
                "renameVendor",
                transaction -> {
                    UUID vendor = listed(transaction, id);
                    String kept = Text.required("name", name, Text.LINE);
                    mustBeOne(transaction.rows().update(RENAME, kept, vendor, kept), kept);
                    return vendor;
                },
                answer);
    }

    /** Takes a vendor off the list: it is notified of nothing more. What it was told it keeps until that is withdrawn. */
    public <T> T retire(String id, BiFunction<Transaction, UUID, T> answer) {
        return manage(
                "retireVendor",
                transaction -> {
                    UUID vendor = listed(transaction, id);
                    transaction.rows().update(RETIRE, transaction.viewer().id(), transaction.now(), vendor);
                    return vendor;
                },
                answer);
    }

    /**
     * Lets a person speak for a vendor. They see what the vendor is notified of from then on.
     *
     * @param address where mail reaches them until they choose a way themselves, or none
     * @throws NotVendorException if they are no vendor
     * @throws VendorContactTakenException if they speak for one already
     */
    public <T> T addContact(
            String id, String handle, @Nullable String address, BiFunction<Transaction, UUID, T> answer) {
        return manage(
                "addVendorContact",
                transaction -> {
                    UUID vendor = listed(transaction, id);
                    Person person = vendorPerson(handle);
                    Object by = transaction.viewer().id();
                    String mail = Text.mail("address", address);
                    Object[] row = {person.id, vendor, mail, by, transaction.now()};
                    if (transaction.rows().update(ADD_CONTACT, row) == 0) {
                        throw new VendorContactTakenException(handle);
                    }
                    transaction.rows().list(REACH, each -> true, person.id, transaction.now());
                    return vendor;
                },
                answer);
    }

    /**
     * No longer lets a person speak for a vendor: from the next statement on they see nothing it was notified of.
     *
     * @throws VendorContactNotFoundException if they do not
     */
    public <T> T removeContact(String id, String handle, BiFunction<Transaction, UUID, T> answer) {
        return manage(
                "removeVendorContact",
                transaction -> {
                    UUID vendor = listed(transaction, id);
                    Person person = Person.withHandle(handle);
                    if (transaction.rows().update(REMOVE_CONTACT, person.id, vendor) == 0) {
                        throw new VendorContactNotFoundException(handle);
                    }
                    return vendor;
                },
                answer);
    }

    /**
     * Keeps when somebody last tried to reach a vendor.
     *
     * @param at when; now, if not given
     * @throws FutureInstantException if it is later than now
     */
    public <T> T recordTest(
            String id, ContactTestOutcome outcome, @Nullable Instant at, BiFunction<Transaction, UUID, T> answer) {
        return manage(
                "recordContactTest",
                transaction -> {
                    UUID vendor = listed(transaction, id);
                    Act act = new Act(transaction.viewer(), transaction.now());
                    Instant when = act.happened("The test", at);
                    transaction.rows().update(TESTED, act.actorId(), when, outcome, vendor);
                    return vendor;
                },
                answer);
    }

    /**
     * Accepts the embargo terms for the vendor the viewer speaks for; accepting a version again changes nothing.
     *
     * @throws EmbargoTermsChangedException if these are not the terms that hold
     * @throws NoTermsToAcceptException if they speak for none
     */
    public <T> T acceptTerms(String version, Function<Transaction, T> answer) {
        return transactions.writeOnce(
                Scope.CHANGE,
                transaction -> {
                    transaction.viewer().mustBeInPerson("accept embargo terms");
                    transaction.viewer().mustBe(Role.VENDOR, "accept embargo terms");
                    if (!version.equals(terms.version())) {
                        throw new EmbargoTermsChangedException(version, terms.version());
                    }
                    return accept(transaction, version);
                },
                (transaction, vendor) -> answer.apply(transaction));
    }

    private static String accept(Transaction transaction, String version) {
        UUID vendor = transaction
                .rows()
                .list(ACCEPT, row -> row.uuidOrNull("vendor"), version, transaction.now())
                .get(0);
        if (vendor == null) {
            throw new NoTermsToAcceptException();
        }
        transaction.auditChange("acceptEmbargoTerms");
        return vendor.toString();
    }

    private <T> T manage(
            String operation, Function<Transaction, UUID> effect, BiFunction<Transaction, UUID, T> answer) {
        return transactions.writeOnce(
                Scope.CHANGE,
                transaction -> {
                    transaction.viewer().mustBeCommittee("manage the list of vendors");
                    UUID vendor = effect.apply(transaction);
                    transaction.auditChange(operation);
                    return vendor.toString();
                },
                (transaction, vendor) -> {
                    transaction.viewer().mustBeCommittee("manage the list of vendors");
                    if (transaction.isRepeat()) {
                        transaction.auditRead(operation);
                    }
                    return answer.apply(transaction, UUID.fromString(vendor));
                });
    }

    /** Locked, so that two changes to one vendor come one after the other. */
    private static UUID listed(Transaction transaction, String id) {
        return RowId.of(id)
                .flatMap(key -> transaction.rows().first(LISTED, row -> row.uuid("id"), key))
                .orElseThrow(() -> new VendorNotFoundException(id));
    }

    private static Person vendorPerson(String handle) {
        Person person = Person.withHandle(handle);
        if (person.role != Role.VENDOR) {
            throw new NotVendorException(person.handle);
        }
        return person;
    }

    private static void mustBeOne(int changed, String name) {
        if (changed == 0) {
            throw new VendorNameTakenException(name);
        }
    }
}
