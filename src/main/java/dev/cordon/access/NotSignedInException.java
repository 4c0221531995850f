package dev.cordon.access;

/** What the request brought to show who it comes from does not, or no longer, stand for anybody; or it brought nothing. */
public final class NotSignedInException extends DomainException {
    private NotSignedInException(String message) {
        super(message);
    }

    static NotSignedInException by(Means means) {
        return new NotSignedInException(
                switch (means) {
                    case SESSION -> "Your session has ended. Sign in again.";
                    case TOKEN -> "This token is unknown, expired or revoked. Use another one.";
                    case LINK -> "This link is unknown or no longer valid. Report again, or write to the team.";
                    case CALENDAR -> "This address is unknown or no longer valid. Make another one.";
                    case PROVIDER ->
                        "Your provider knows you, but you have no account here, or no role any more. Ask an administrator.";
                    case NAME -> "Nobody of this name has an account.";
                });
    }

    /** For what only somebody signed in may do. */
    public static NotSignedInException toDo(String what) {
        return new NotSignedInException("Sign in to " + what + ".");
    }
}
