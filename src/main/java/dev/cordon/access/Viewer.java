package dev.cordon.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the database knew them when the transaction began. Nobody signed in is a viewer too, one who sees
 * no incident.
 *
 * @param machine a script or bot, or a person by a token: what it records never stops a clock
 * @param means how they showed who they are; none for nobody
 * @param credentialId the session, token or link they came by; none for the other means
 * @param scopes what they may do by that means
 */
public record Viewer(
        @Nullable UUID id,
        @Nullable String handle,
        @Nullable String name,
        @Nullable Role role,
        boolean machine,
        @Nullable Means means,
        @Nullable UUID credentialId,
        Set<Scope> scopes) {
    static final Set<Scope> EVERYTHING = Set.of(Scope.values());
    static final Viewer NOBODY = new Viewer(null, null, null, null, false, null, null, EVERYTHING);

    /** A reporter without an account, by their link. */
    static Viewer byLink(UUID linkId) {
        return new Viewer(null, null, null, null, false, Means.LINK, linkId, EVERYTHING);
    }

    public boolean isSignedIn() {
        return id != null;
    }

    public boolean isCommittee() {
        return role == Role.COMMITTEE;
    }

    public boolean isOperator() {
        return role == Role.COMMITTEE || role == Role.ADMINISTRATOR;
    }

    /** Whether they came by a reporter's link, which stands for one incident. */
    public boolean isByLink() {
        return means == Means.LINK;
    }

    /** Whether they came by a reporter's link, or have an account as a reporter. */
    public boolean isReporter() {
        return isByLink() || role == Role.REPORTER;
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

    /** Lets only those on who keep the heads of the audit log: auditors and administrators. */
    public void mustKeepAudit(String what) {
        if (role != Role.AUDITOR && role != Role.ADMINISTRATOR) {
            throw new ForbiddenException(what, "an auditor or an administrator");
        }
    }

    /** Lets only those on who read when things happened: the team and auditors. */
    public void mustReadTimes(String what) {
        if (role == null || role != Role.AUDITOR && !role.worksOnIncidents()) {
            throw new ForbiddenException(what, "somebody of the team or an auditor");
        }
    }

    /** Lets only this role on. */
    public void mustBe(Role needed, String what) {
        if (role != needed) {
            throw new ForbiddenException(what, needed.described());
        }
    }

    /** Lets on whoever signed in as a person; a token never manages accounts. */
    public void mustBeInPerson(String what) {
        if (!isSignedIn()) {
            throw NotSignedInException.toDo(what);
        }
        if (means == Means.TOKEN) {
            throw new ForbiddenException(what + " by a token", "its owner, signed in as a person,");
        }
    }

    /** Lets only those on who work on incidents: the committee and responders. */
    public void mustWorkOnIncidents(String what) {
        if (role == null || !role.worksOnIncidents()) {
            throw new ForbiddenException(what, "a committee member or a responder");
        }
    }

    void mustHave(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new TokenScopeException(scope);
        }
    }
}
