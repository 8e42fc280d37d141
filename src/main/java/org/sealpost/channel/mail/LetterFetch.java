package org.sealpost.channel.mail;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;

/**
 * Fetches all bytes of a letter, unread, in pieces, so that a limit can stop a large one early. The mail library's own
 * stream takes every answer that it does not understand for the letter's end; here each piece must be the one that was
 * asked for.
 *
 * <p>The end is where the server says so by a piece that is short or empty. Where that is not at the size it announces
 * (some servers only estimate it), the letter is fetched once more in one piece, and both must be the same bytes.
 */
final class LetterFetch {
    private static final int PIECE = 256 * 1024;

    private final IMAPProtocol protocol;
    private final long uid;

    private LetterFetch(IMAPProtocol protocol, long uid) {
        this.protocol = protocol;
        this.uid = uid;
    }

    /**
     * The letter's bytes, or its first ones where it has more than {@code most}: the answer is then longer than that.
     *
     * @throws MessagingException where the server did not give it whole
     */
    static byte[] fetch(IMAPFolder inbox, LetterId letter, int most) throws MessagingException {
        if (inbox.getUIDValidity() != letter.uidValidity()) {
            throw new MessagingException("the inbox has been renumbered");
        }
        return (byte[]) inbox.doCommand(protocol -> new LetterFetch(protocol, letter.uid()).whole(most));
    }

    private byte[] whole(int most) throws ProtocolException {
        Piece piece = piece(0, PIECE);
        ByteArrayOutputStream letter = new ByteArrayOutputStream(Math.max(PIECE, Math.min(piece.announced, most)));
        letter.writeBytes(piece.bytes);
        boolean ended = piece.endsAsAnnounced(letter.size());
        while (!ended && letter.size() <= most) {
            piece = piece(letter.size(), PIECE);
            letter.writeBytes(piece.bytes);
            ended = piece.bytes.length == 0 || piece.endsAsAnnounced(letter.size());
        }
        byte[] bytes = letter.toByteArray();
        if (bytes.length <= most && bytes.length != piece.announced) {
            checkAgain(bytes, most);
        }
        return bytes;
    }

    private void checkAgain(byte[] bytes, int most) throws ProtocolException {
        if (!Arrays.equals(bytes, piece(0, most + 1).bytes)) {
            throw new ProtocolException("the mail server gave one letter in two ways");
        }
    }

    private Piece piece(int start, int length) throws ProtocolException {
        FetchResponse answer = UidFetch.ask(protocol, uid, "RFC822.SIZE BODY.PEEK[]<" + start + "." + length + ">")
                .orElseThrow(() -> new ProtocolException("the mail server did not answer for the letter"));
        BODY body = answer.getItem(BODY.class);
        RFC822SIZE size = answer.getItem(RFC822SIZE.class);
        ByteArray bytes = body == null || body.getOrigin() != start ? null : body.getByteArray();
        if (bytes == null || bytes.getCount() > length || size == null) {
            throw new ProtocolException("the mail server gave another piece than it was asked for");
        }
        return new Piece(bytes.getNewBytes(), length, (int) Math.min(size.size, Integer.MAX_VALUE));
    }

    /** @param announced how large the server says the whole letter is */
    private record Piece(byte[] bytes, int asked, int announced) {
        boolean endsAsAnnounced(int soFar) {
            return bytes.length < asked && soFar == announced;
        }
    }
}
