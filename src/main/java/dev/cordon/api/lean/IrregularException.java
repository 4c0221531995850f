package dev.cordon.api.lean;

/** Something is not plain: the engine must complete the object. One for all, since nobody reads it. */
final class IrregularException extends RuntimeException {
    static final IrregularException IT = new IrregularException();

    private IrregularException() {
        super("left to the engine", null, false, false);
    }
}
