package dev.cordon.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who uses Cordon, or a machine that does. */
@Entity
public class Person extends PanacheEntityBase {
    @Id
    public UUID id;

    /** Lower-case name they are addressed by, unique. */
    public String handle;

    public String name;

    @Enumerated(EnumType.STRING)
    public Role role;

    /** A script or bot: what it records never stops a clock. */
    public boolean machine;

    /** Made up for dev mode and tests. */
    public boolean sample;

    public @Nullable Instant disabledAt;

    /**
     * The enabled person with this handle.
     *
     * @throws PersonNotFoundException if there is none
     */
    public static Person withHandle(String handle) {
        if (!Storable.is(handle)) {
            throw new PersonNotFoundException(handle);
        }
        return Person.<Person>find("handle = ?1 and disabledAt is null", handle)
                .firstResultOptional()
                .orElseThrow(() -> new PersonNotFoundException(handle));
    }
}
