package dev.cordon.api.live;

import java.util.List;

/** Where a feed has its events from. Asked by one thread at a time. */
interface Source<T> {
    /** Of one reading: a full one is followed by another. */
    int MOST = 100;

    /**
     * What comes after the last one given, in its order, with the rights its reader has now; empty if there is nothing.
     *
     * @throws dev.cordon.access.DomainException if there is nothing more for this reader: the feed ends with it
     */
    List<T> read();

    /** This one was given to the reader. */
    void given(T event);
}
