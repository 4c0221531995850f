package dev.cordon.bench;

import dev.cordon.chaos.Caller;
import dev.cordon.testing.PackagedCordon;

/** A program that is asked, at a port of this machine. */
record Peer(String name, long pid, int port, boolean isCordon) {
    static final String REFERENCE = "rawrows";

    static Peer of(String name, PackagedCordon cordon) {
        return new Peer(name, cordon.pid(), cordon.port(), true);
    }

    /** The same program under another name, when something around it is different. */
    Peer named(String other) {
        return new Peer(other, pid, port, isCordon);
    }

    String path(Operation operation) {
        return isCordon ? "/graphql" : "/" + operation.name();
    }

    /** The reference program knows nobody. */
    String authorization(Caller caller) {
        return isCordon ? "Bearer " + caller.credential() : "none";
    }
}
