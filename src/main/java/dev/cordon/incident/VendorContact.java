package dev.cordon.incident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a person speaks for a vendor on the list. */
@Entity
@Immutable
public class VendorContact extends PanacheEntityBase {
    @Id
    public UUID personId;

    public UUID vendorId;

    /** The vendor a person speaks for; none for somebody who speaks for themselves. */
    static @Nullable UUID vendorOf(UUID person) {
        VendorContact contact = findById(person);
        return contact == null ? null : contact.vendorId;
    }
}
