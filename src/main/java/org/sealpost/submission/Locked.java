package org.sealpost.submission;

/** What whoever sent a file that is locked with a password is told, by every channel in the same words. */
public final class Locked {
    /** As the reading names the reason. */
    public static final String CODE = "encrypted";

    public static final String SENTENCE =
            "A file in it is locked with a password or encrypted, so nobody here could read it. The police get it as it is,"
                    + " and may not be able to open it. Please send it again without the password. If you cannot, tell the police"
                    + " the password when they phone you; never e-mail it.";

    private Locked() {}
}
