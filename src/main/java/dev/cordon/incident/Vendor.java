package dev.cordon.incident;

import dev.cordon.access.Person;
import dev.cordon.access.Role;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An organisation on the private list of vendors, as the verbs of an incident need it; {@link VendorList} changes it. */
@Entity
@Immutable
public class Vendor extends PanacheEntityBase {
    @Id
    public UUID id;

    public String name;
    public @Nullable Instant retiredAt;

    /**
     * The vendor of this id that is not retired.
     *
     * @throws VendorNotFoundException if there is none on the list
     */
    static Vendor listed(String id) {
        return RowId.of(id)
                .flatMap(
                        key -> Vendor.find("id = ?1 and retiredAt is null", key).<Vendor>firstResultOptional())
                .orElseThrow(() -> new VendorNotFoundException(id));
    }

    /**
     * Who speaks for it and may come in.
     *
     * @throws NoVendorContactException if nobody does
     */
    List<Person> people() {
        List<Person> people = Person.<Person>list(
                "from Person p where p.disabledAt is null and p.role = ?1"
                        + " and p.id in (select c.personId from VendorContact c where c.vendorId = ?2) order by p.handle",
                Role.VENDOR,
                id);
        if (people.isEmpty()) {
            throw new NoVendorContactException(name);
        }
        return people;
    }
}
