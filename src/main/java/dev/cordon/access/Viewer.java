package dev.cordon.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the database knew them when the transaction began. Nobody signed in is a viewer too, one who sees
 * no incident.
 */
public record Viewer(
        @Nullable UUID id,
        @Nullable String handle,
        @Nullable String name,
        @Nullable Role role,
        boolean machine) {
    static final Viewer NOBODY = new Viewer(null, null, null, null, false);

    public boolean isSignedIn() {
        return id != null;
    }

    public boolean isCommittee() {
        return role == Role.COMMITTEE;
    }

    public boolean isOperator() {
        return role == Role.COMMITTEE || role == Role.ADMINISTRATOR;
    }

    /**
     * Lets only the committee on.
     *
     * @param what what was asked for, as the refusal names it
     * @throws ForbiddenException if somebody else asks
     */
    public void mustBeCommittee(String what) {
        if (!isCommittee()) {
            throw new ForbiddenException(what, "a committee member");
        }
    }

    /** Lets only those who operate Cordon on: the committee and administrators. */
    public void mustBeOperator(String what) {
        if (!isOperator()) {
            throw new ForbiddenException(what, "a committee member or an administrator");
        }
    }
}
