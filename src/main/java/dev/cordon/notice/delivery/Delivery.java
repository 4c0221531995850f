package dev.cordon.notice.delivery;

import dev.cordon.notice.Channel;
import dev.cordon.notice.channel.Parcel;
import dev.cordon.notice.channel.Sender;
import dev.cordon.notice.channel.SendingException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Claims what is due, asks once more who may be told, sends outside of any transaction and marks what came of it. What hangs holds
 * its own row and no thread, so that a bad target does not delay the others.
 */
@ApplicationScoped
public class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** Apart, so that a mail server that hangs leaves the room of the targets as it is; and no more than one server bears of a client. */
    private static final int ROOM_FOR_MAILS = 10;

    /** A target has two on their way at most: so many that hang delay no other. */
    private static final int ROOM_FOR_TARGETS = 128;

    private static final long PAUSE_MILLIS = 20;

    private final Outbox outbox;
    private final Parcels parcels;
    private final NoticeMetrics metrics;
    private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
    private final Set<Claim> held = ConcurrentHashMap.newKeySet();

    Delivery(Outbox outbox, Parcels parcels, NoticeMetrics metrics, Instance<Sender> all) {
        this.outbox = outbox;
        this.parcels = parcels;
        this.metrics = metrics;
        all.forEach(sender -> senders.put(sender.channel(), sender));
    }

    /** Begins to send what is due, as far as there is room; answers how many rows it took. */
    public int begin() {
        int mails = (int)
                held.stream().filter(claim -> claim.channel() == Channel.MAIL).count();
        int roomForMails = Math.max(0, ROOM_FOR_MAILS - mails);
        int roomForTargets = Math.max(0, ROOM_FOR_TARGETS - (held.size() - mails));
        if (roomForMails + roomForTargets == 0) {
            return 0;
        }
        List<Claim> claims = outbox.claim(roomForMails, roomForTargets);
        held.addAll(claims);
        hand(claims);
        return claims.size();
    }

    /** Waits until everything that was begun has come to its end; false if some has not by then. */
    public boolean awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!held.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return held.isEmpty();
    }

    /** Gives back what is still held, so that another replica need not wait for the end of the lease. */
    void release() {
        List.copyOf(held).forEach(outbox::release);
        held.clear();
    }

    private void hand(List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        try {
            Map<UUID, Parcels.Packed> packed = parcels.of(claims);
            claims.forEach(claim -> hand(claim, packed.get(claim.id())));
        } catch (RuntimeException failure) {
            // Their leases end by themselves.
            claims.forEach(held::remove);
            throw failure;
        }
    }

    private void hand(Claim claim, Parcels.Packed packed) {
        Parcel parcel = packed.parcel();
        if (parcel == null) {
            end(claim, "withdrawn", () -> outbox.withdrawn(claim, packed.objection()));
            return;
        }
        Uni.createFrom()
                .deferred(() -> senders.get(parcel.channel()).send(parcel))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .subscribe()
                .with(
                        done -> end(claim, "sent", () -> outbox.sent(claim)),
                        failure -> end(claim, "failed", () -> outbox.failed(claim, SendingException.reason(failure))));
    }

    /** A mark that fails is none: the lease ends, and the same notice is sent once more with the same id. */
    private void end(Claim claim, String outcome, BooleanSupplier mark) {
        try {
            boolean counts = mark.getAsBoolean();
            metrics.ended(counts ? outcome : "late");
            if (!outcome.equals("sent")) {
                LOG.infof("Notice %s %s at try %d", claim.id(), outcome, claim.tries());
            }
        } catch (RuntimeException failure) {
            metrics.ended("unmarked");
            LOG.warnf(
                    "Notice %s is not marked as %s: %s",
                    claim.id(), outcome, failure.getClass().getSimpleName());
        } finally {
            held.remove(claim);
        }
    }
}
