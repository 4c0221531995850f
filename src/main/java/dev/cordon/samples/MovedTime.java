package dev.cordon.samples;

import dev.cordon.database.DatabaseTime;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database's time, unless it was set to an instant: then every transaction happens then. Samples are told in the
 * order they happened this way, and tests own the clock.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class MovedTime extends DatabaseTime {
    private volatile @Nullable Instant setTo;

    @Override
    public Instant of(Instant clock) {
        Instant moved = setTo;
        return super.of(moved == null ? clock : moved);
    }

    /** From now on every transaction happens at {@code instant}, until it is set anew or {@link #follow}ed again. */
    public void setTo(Instant instant) {
        setTo = instant;
    }

    /** From now on transactions happen when the database says. */
    public void follow() {
        setTo = null;
    }

    /** Does something at an instant, then follows the database again. */
    public <T> T at(Instant instant, Supplier<T> work) {
        setTo(instant);
        try {
            return work.get();
        } finally {
            follow();
        }
    }
}
