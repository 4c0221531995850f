package dev.cordon.incident;

import dev.cordon.access.Person;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor is named in what the team asks for.
 *
 * @param listed id of a vendor on the list
 * @param person handle of somebody of the role VENDOR
 */
public record VendorName(@Nullable String listed, @Nullable String person) {
    /** @throws OneVendorRequiredException unless exactly one of the two is there */
    public VendorName {
        if ((listed == null) == (person == null)) {
            throw new OneVendorRequiredException();
        }
    }

    /** The people meant: those who speak for the vendor, or the one named. */
    List<Person> people() {
        return listed == null
                ? List.of(Person.withHandle(Objects.requireNonNull(person)))
                : Vendor.listed(listed).people();
    }

    /** The notices of an incident that are meant, also of a vendor retired since. */
    List<VendorNotice> noticesOf(Incident incident) {
        if (listed == null) {
            Person named = Person.withHandle(Objects.requireNonNull(person));
            return incident.vendorNotices.stream()
                    .filter(notice -> notice.personId.equals(named.id))
                    .toList();
        }
        return RowId.of(listed)
                .map(id -> incident.vendorNotices.stream()
                        .filter(notice -> id.equals(notice.vendorId))
                        .toList())
                .orElse(List.of());
    }

    String text() {
        return listed == null ? Objects.requireNonNull(person) : listed;
    }
}
