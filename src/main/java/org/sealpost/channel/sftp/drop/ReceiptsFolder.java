package org.sealpost.channel.sftp.drop;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sealpost.channel.sftp.ReceiptText;
import org.sealpost.channel.sftp.SafeName;
import org.sealpost.channel.sftp.drop.SftpReply.Entry;
import org.sealpost.channel.sftp.drop.SftpReply.Kind;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Standing;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;

/**
 * {@code receipts/}: a text for each of the partner's own files by SFTP, those that were not taken and those that had come
 * before among them, and the force's receipt once it is in. Made when it is looked at. Safe to share between threads.
 */
final class ReceiptsFolder {
    /**
     * The newest so many submissions are listed; older ones are still found by their exact name. Of what was not taken, and
     * of what had come before, the newest so many are there.
     */
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
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Inquire.Record record : inquire.recent(partner, Channel.SFTP, LISTED)) {
            Receipt text = text(record);
            entries.put(text.name, text.entry());
            signed(record).ifPresent(file -> entries.put(file.name, file.entry()));
        }
        shown().forEach(file -> entries.putIfAbsent(file.name, file.entry()));
        return List.copyOf(entries.values());
    }

    /** @throws Denial where there is none of that name, or it is another partner's, which looks the same */
    Receipt find(String name) throws Denial {
        return text(name)
                .or(() -> signed(name))
                .or(() -> shown().filter(file -> file.name.equals(name)).findFirst())
                .orElseThrow(Denial::noSuchFile);
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
        return text(record, record.to().flatMap(ReceiptText::fileName));
    }

    private static Receipt text(Inquire.Record record, Optional<String> fileName) {
        return new Receipt(
                fileName.map(name -> SafeName.of(name) + ".").orElse("") + record.reference() + ".txt",
                ReceiptText.of(record, fileName),
                record.standing().since());
    }

    private Stream<Receipt> shown() {
        return inquire.shown(partner, Channel.SFTP, LISTED).stream().flatMap(this::shown);
    }

    private Stream<Receipt> shown(Tell.Notice notice) {
        Optional<String> fileName = ReceiptText.fileName(notice.to());
        if (notice.reference().isEmpty()) {
            String name = fileName.map(SafeName::of).orElse("") + ".not-taken." + notice.number() + ".txt";
            return Stream.of(new Receipt(name, ReceiptText.of(notice), notice.at()));
        }
        return notice.reference().flatMap(reference -> inquire.find(partner, reference)).stream()
                .flatMap(first -> Stream.concat(Stream.of(text(first, fileName)), signed(first).stream()));
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
