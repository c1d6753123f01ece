package io.pilothouse.account.vault;

/// How much work Argon2id does for one passphrase.
///
/// @param kibibytes of memory
/// @param passes over it
/// @param lanes it is divided into
record Stretch(int kibibytes, int passes, int lanes) {
    /// For new vaults: 64 MiB, RFC 9106's second recommended option.
    static final Stretch USUAL = new Stretch(64 << 10, 3, 4);

    /// OWASP's least for Argon2id. A weaker header was not written by us, and would make guessing cheap.
    private static final Stretch LEAST = new Stretch(19 << 10, 2, 1);

    /// What the program's heap can bear, and a person's patience.
    private static final Stretch MOST = new Stretch(192 << 10, 16, 16);

    boolean isFit() {
        return between(LEAST.kibibytes, kibibytes, MOST.kibibytes)
                && between(LEAST.passes, passes, MOST.passes)
                && between(LEAST.lanes, lanes, MOST.lanes);
    }

    private static boolean between(int least, int value, int most) {
        return least <= value && value <= most;
    }
}
