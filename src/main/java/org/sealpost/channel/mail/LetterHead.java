package org.sealpost.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sealpost.submission.Bytes;

/**
 * The header of a letter, read leniently from its bytes: lines that make no sense are passed over, so no letter is too
 * malformed to have one. All of it is the sender's word. Immutable.
 */
final class LetterHead {
    /** More header than this is not looked at. */
    static final int LARGEST = 256 * 1024;

    /** An addr-spec as mail systems of today write it; anything odder is left to a person. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");

    /** RFC 5321, section 4.5.3.1.3, without the brackets. The pattern would overflow the stack on a much longer one. */
    private static final int LONGEST_ADDRESS = 254;

    private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7E&&[^<>]]{1,250}>");

    private final InternetHeaders headers;

    LetterHead(Bytes untrustedLetter) {
        byte[] letter = untrustedLetter.array();
        headers = read(letter, Math.min(letter.length, LARGEST));
    }

    private static InternetHeaders read(byte[] letter, int length) {
        try {
            return new InternetHeaders(new ByteArrayInputStream(letter, 0, length), true);
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter in memory could not be read", e);
        }
    }

    /** The one address that stands in the one From line; empty where there is none, or more, or another shape. */
    Optional<String> author() {
        List<String> lines = all("From");
        if (lines.size() != 1) {
            return Optional.empty();
        }
        try {
            InternetAddress[] authors = InternetAddress.parseHeader(lines.get(0), true);
            return authors.length == 1 && !authors[0].isGroup()
                    ? Optional.ofNullable(authors[0].getAddress()).filter(LetterHead::isAddress)
                    : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a plain addr-spec (RFC 5322, section 3.4.1), without quotes or comments. */
    static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    /** The Message-ID, brackets included; empty where there is none that could safely stand in a reply. */
    String messageId() {
        List<String> ids = all("Message-ID");
        return ids.size() == 1 && MESSAGE_ID.matcher(ids.get(0)).matches() ? ids.get(0) : "";
    }

    /** Every value of a field, unfolded and trimmed, in order. */
    List<String> all(String name) {
        String[] lines = headers.getHeader(name);
        return lines == null
                ? List.of()
                : Arrays.stream(lines)
                        .map(line -> line.replaceAll("[\\r\\n]+", " ").strip())
                        .toList();
    }

    /** The words of a field, in lower case, cut at commas, semicolons and blanks. */
    Stream<String> words(String name) {
        return all(name).stream()
                .flatMap(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split("[,;\\s]+")))
                .filter(word -> !word.isEmpty());
    }
}
