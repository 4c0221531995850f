package dev.cordon.notice.channel;

import dev.cordon.notice.Channel;
import io.smallrye.mutiny.Uni;

/** One way out. */
public interface Sender {
    Channel channel();

    /** Sends it once, within {@link #LONGEST_MILLIS}; fails with a {@link SendingException} that names why. */
    Uni<Void> send(Parcel parcel);

    /** No try takes longer, in milliseconds: a lease is longer than this. */
    long LONGEST_MILLIS = 10_000;
}
