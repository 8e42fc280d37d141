package org.sealpost.channel.mail;

/**
 * How replies go out.
 *
 * @param server the SMTP server that takes them
 * @param from the address they bear, an addr-spec; usually the mailbox's own
 * @param fromName the name beside it, default {@code Sealpost}
 * @param envelopeSender who is told when a reply cannot be delivered; empty (the default) for nobody, as RFC 3834
 *     section 3.3 asks of automatic replies
 */
public record ReplySettings(MailServer server, String from, String fromName, String envelopeSender) {
    public ReplySettings {
        if (!LetterHead.isAddress(from) || (!envelopeSender.isEmpty() && !LetterHead.isAddress(envelopeSender))) {
            throw new IllegalArgumentException("replies come from a plain mail address");
        }
    }

    /** The defaults. */
    public static ReplySettings by(MailServer server, String from) {
        return new ReplySettings(server, from, "Sealpost", "");
    }
}
