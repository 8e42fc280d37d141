package org.sealpost.channel.sftp.poll;

import org.sealpost.submission.Reference;

/** What is to become of a file on the server it came from. */
public sealed interface Verdict {
    /** In custody, so it goes to {@code handled/}. */
    record Handled(Reference reference) implements Verdict {}

    /** Refused, so it goes to {@code needs-a-person/}. */
    record Refused(String code) implements Verdict {}

    /** Something failed: it stays where it is and is tried again. */
    record Left() implements Verdict {}
}
