package org.sealpost.channel.sftp.drop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.channel.sftp.ReceiptText;
import org.sealpost.channel.sftp.SafeName;
import org.sealpost.channel.sftp.drop.SftpReply.Entry;
import org.sealpost.channel.sftp.drop.SftpReply.Kind;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Standing;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;

/**
 * {@code receipts/}: for each of the partner's own submissions by SFTP a text, and the force's receipt once it is in. Made
 * when it is looked at; nothing is stored. Safe to share between threads.
 */
final class ReceiptsFolder {
    /** The newest so many submissions are listed; older ones are still found by their exact name. */
    static final int LISTED = 200;

    private static final Pattern TEXT = Pattern.compile("(?:.*\\.)?(SP-[0-9A-Z]{4}-[0-9A-Z]{4})\\.txt");
    private static final Pattern SIGNED = Pattern.compile("(SP-[0-9A-Z]{4}-[0-9A-Z]{4})\\.p7s");

    private final PartnerId partner;
    private final Inquire inquire;

    ReceiptsFolder(PartnerId partner, Inquire inquire) {
        this.partner = partner;
        this.inquire = inquire;
    }

    List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        for (Inquire.Record record : inquire.recent(partner, Channel.SFTP, LISTED)) {
            entries.add(text(record).entry());
            signed(record).ifPresent(file -> entries.add(file.entry()));
        }
        return entries;
    }

    /** @throws Denial where there is none of that name, or it is another partner's, which looks the same */
    Receipt find(String name) throws Denial {
        return text(name).or(() -> signed(name)).orElseThrow(Denial::noSuchFile);
    }

    private Optional<Receipt> text(String name) {
        return record(TEXT.matcher(name)).map(this::text).filter(file -> file.name.equals(name));
    }

    private Optional<Receipt> signed(String name) {
        return record(SIGNED.matcher(name)).flatMap(this::signed);
    }

    private Optional<Inquire.Record> record(Matcher name) {
        return name.matches()
                ? Reference.parse(name.group(1))
                        .flatMap(reference -> inquire.find(partner, reference))
                        .filter(record -> record.channel() == Channel.SFTP)
                : Optional.empty();
    }

    private Receipt text(Inquire.Record record) {
        String dropped = record.to()
                .flatMap(ReceiptText::fileName)
                .map(name -> SafeName.of(name) + ".")
                .orElse("");
        return new Receipt(
                dropped + record.reference() + ".txt",
                ReceiptText.of(record),
                record.standing().since());
    }

    private Optional<Receipt> signed(Inquire.Record record) {
        Standing standing = record.standing();
        if (!(standing instanceof Standing.Delivered) && !(standing instanceof Standing.RefusedByForce)) {
            return Optional.empty();
        }
        return inquire.receipt(partner, record.reference())
                .map(bytes -> new Receipt(record.reference() + ".p7s", bytes, standing.since()));
    }

    /** One file in this folder, as it stands at this moment. */
    record Receipt(String name, Bytes content, Instant modified) {
        Entry entry() {
            return new Entry(name, Kind.RECEIPT, content.size(), modified);
        }

        @Override
        public String toString() {
            return "a receipt file of " + content;
        }
    }
}
