package org.sealpost.channel.sftp.drop;

import org.sealpost.submission.Refusal;

/** The answer "no" to one SFTP request: a status code of the protocol and a plain sentence for the person in front. */
final class Denial extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    private Denial(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    static Denial of(Refusal why) {
        return new Denial(SftpStatus.FAILURE, why.sentence() + " (" + why.code() + ")");
    }

    static Denial failure(String sentence) {
        return new Denial(SftpStatus.FAILURE, sentence);
    }

    static Denial forbidden(String sentence) {
        return new Denial(SftpStatus.PERMISSION_DENIED, sentence);
    }

    static Denial noSuchFile() {
        return new Denial(SftpStatus.NO_SUCH_FILE, "There is no such file.");
    }

    static Denial endOfFile() {
        return new Denial(SftpStatus.EOF, "That is all.");
    }

    static Denial unsupported() {
        return new Denial(SftpStatus.OP_UNSUPPORTED, "This server does not do that.");
    }
}
