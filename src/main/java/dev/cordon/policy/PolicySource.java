package dev.cordon.policy;

/**
 * Where the text of policies came from.
 *
 * @param name what it is called in refusals
 * @param stored whether Cordon itself wrote it; then a newer version of it may have, and keys this one does not know are left alone
 */
record PolicySource(String name, boolean stored) {
    @Override
    public String toString() {
        return name;
    }
}
