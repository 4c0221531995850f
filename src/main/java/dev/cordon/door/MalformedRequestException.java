package dev.cordon.door;

/** The body of a request cannot be given to the engine. It never leaves this package: the refusal it carries does. */
final class MalformedRequestException extends RuntimeException {
    private final HttpRefusal refusal;

    MalformedRequestException(String message) {
        this("malformed-request", message);
    }

    MalformedRequestException(String code, String message) {
        super(message, null, false, false);
        this.refusal = new HttpRefusal(400, code, message);
    }

    HttpRefusal refusal() {
        return refusal;
    }
}
