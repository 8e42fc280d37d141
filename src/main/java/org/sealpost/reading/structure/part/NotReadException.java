package org.sealpost.reading.structure.part;

import org.sealpost.reading.document.Document.Disposition;

/** Why a part was not read: a stable code and a sentence, neither of which holds anything of the content. */
public final class NotReadException extends Exception {
    private static final long serialVersionUID = 1;

    private final Disposition disposition;

    private NotReadException(Disposition disposition, String code, String sentence) {
        super(code + ": " + sentence, null, false, false);
        this.disposition = disposition;
    }

    /** Nobody could look inside. */
    public static NotReadException opaque(String code, String sentence) {
        return new NotReadException(Disposition.OPAQUE, code, sentence);
    }

    /** It is beyond a limit. */
    public static NotReadException refused(String code, String sentence) {
        return new NotReadException(Disposition.REFUSED, code, sentence);
    }

    public Disposition disposition() {
        return disposition;
    }

    /** Code and sentence, as they stand in a document's {@code reason}. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
