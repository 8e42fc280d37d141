package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters are taken whole or not at all, and filed for certain, whatever the server says. */
class MailboxTest {
    private static final int PIECE = 256 * 1024;

    private final MailServers mail = new MailServers();
    private final LineProxy proxy = new LineProxy(mail.imap().port());
    private final MailboxSettings settings = MailboxSettings.at(MailServers.imapAt(proxy.port()));
    private final Mailbox mailbox = new Mailbox(settings, Clock.systemUTC());
    private Store store;
    private IMAPFolder inbox;

    @BeforeEach
    void open() throws Exception {
        connect();
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        proxy.close();
        mail.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE})
    void aLetterOfAnySizeIsTakenToItsLastByte(int size) throws Exception {
        String letter = letter(size);
        deliver(letter);

        assertThat(taken()).isEqualTo(letter.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aPieceThatIsNotTheOneAskedForIsAFaultAndNotTheEndOfTheLetter() throws Exception {
        deliver(letter(2 * PIECE));
        proxy.changeAnswers(line -> line.replace("BODY[]<262144>", "BODY[]<262145>"));

        assertThatThrownBy(this::taken).isInstanceOf(MessagingException.class);
        proxy.honest();
        assertThat(taken()).hasSize(letter(2 * PIECE).length());
    }

    @Test
    void anAnswerThatDoesNotComeIsNotTheEndOfTheLetter() throws Exception {
        deliver(letter(2 * PIECE));
        proxy.changeCommands(line -> line.contains("<262144.") ? line.replaceAll("UID FETCH.*", "NOOP") : line);

        assertThatThrownBy(this::taken).isInstanceOf(MessagingException.class);
    }

    @Test
    void aServerThatCutsALetterShortInPiecesIsNotBelieved() throws Exception {
        deliver(letter(2 * PIECE));
        proxy.changeCommands(line -> line.replace("<0.262144>", "<0.1000>").replace("<1000.262144>", "<9999999.9>"));
        proxy.changeAnswers(line -> line.replace("BODY[]<9999999>", "BODY[]<1000>"));

        assertThatThrownBy(this::taken).isInstanceOf(MessagingException.class);
    }

    /** As Exchange does in its default configuration. */
    @ParameterizedTest
    @ValueSource(strings = {"RFC822.SIZE 7", "RFC822.SIZE 99999999"})
    void aServerThatOnlyEstimatesTheSizeOfALetterGivesItAllTheSame(String estimate) throws Exception {
        deliver(letter(PIECE + 5));
        proxy.changeAnswers(line -> line.replaceAll("RFC822\\.SIZE \\d+", estimate));

        assertThat(taken()).isEqualTo(letter(PIECE + 5).getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the server moves", "the server copies and expunges"})
    void aLetterIsFiledByItsUidAndNothingElseLeaves(String how) throws Exception {
        if (how.contains("copies")) {
            store.close();
            proxy.changeAnswers(line ->
                    line.startsWith("* CAPABILITY") || line.contains("[CAPABILITY") ? line.replace(" MOVE", "") : line);
            connect();
        }
        deliver(letter(1), letter(2), letter(3));
        markDeletedBySomebodyElse(3);

        mailbox.file(new Filing.Handled(id(1)));
        mailbox.process(inbox);

        assertThat(mail.count("Handled")).isEqualTo(1);
        assertThat(mail.count("INBOX")).isEqualTo(2);
    }

    @Test
    void aLetterThatSomebodyElseTookOutIsNoFaultAndHoldsUpNoOther() throws Exception {
        deliver(letter(1));
        deliver(letter(2));
        Message gone = inbox.getMessage(2);
        mailbox.leave(
                new LetterId(id(1).uidValidity(), id(1).uid() + 1).toString(), new IllegalStateException("a fault"));
        markDeletedBySomebodyElse(2);
        inbox.expunge();
        assertThat(new LetterKeys().generateUuid(new org.apache.camel.component.mail.MailEndpoint(), gone))
                .isEqualTo(LetterKeys.GONE);
        assertThatThrownBy(() -> mailbox.take(gone)).isInstanceOf(MessageRemovedException.class);

        mailbox.file(new Filing.Handled(id(1)));
        mailbox.process(inbox);
        assertThat(mail.count("Handled")).isEqualTo(1);
    }

    @Test
    void aServerThatSaysItMovedALetterAndDidNotIsAskedAgain() throws Exception {
        deliver(letter(1));
        mailbox.file(new Filing.Handled(id(1)));
        proxy.changeCommands(line -> line.replaceAll("UID MOVE.*", "NOOP"));
        mailbox.process(inbox);
        inbox.open(Folder.READ_WRITE);
        assertThat(mailbox.isDue(id(1))).as("it is still to be filed").isFalse();

        proxy.honest();
        mailbox.process(inbox);
        assertThat(mail.count("Handled")).isEqualTo(1);
    }

    @Test
    void aLetterIsCountedAsSoonAsItIsThereHoweverShortlyTheServerWasAsked() throws Exception {
        assertThat(inbox.getMessageCount()).isZero();
        for (int letters = 1; letters <= 3; letters++) {
            mail.deliver(letter(300));
            assertThat(inbox.getMessageCount()).isEqualTo(letters);
        }
    }

    @Test
    void aLetterThatIsGoneKeepsNobodyFromBeingFiled() throws Exception {
        deliver(letter(1));
        LetterId gone = new LetterId(inbox.getUIDValidity(), 4_000_000);
        mailbox.file(new Filing.Handled(gone));
        mailbox.file(new Filing.NeedsAPerson(id(1)));

        mailbox.process(inbox);

        assertThat(mail.count("Handled")).isZero();
        assertThat(mail.count("Needs a person")).isEqualTo(1);
        assertThat(mailbox.isDue(gone)).as("nothing is left to be filed").isTrue();
    }

    @Test
    void whatWasDecidedBeforeTheInboxWasRenumberedMovesNoOtherLetter() throws Exception {
        deliver(letter(1));
        LetterId earlier = new LetterId(inbox.getUIDValidity() - 1, id(1).uid());
        mailbox.file(new Filing.Handled(earlier));
        assertThat(mailbox.isDue(id(1))).as("the letter of that number now").isTrue();

        mailbox.process(inbox);

        assertThat(mail.count("INBOX")).isEqualTo(1);
        assertThat(mail.count("Handled")).isZero();
        assertThatThrownBy(() -> LetterFetch.fetch(inbox, earlier, 1000)).isInstanceOf(MessagingException.class);
    }

    private void connect() throws MessagingException {
        store = MailSessions.imap(settings.server()).getStore("imap");
        store.connect(
                "127.0.0.1",
                proxy.port(),
                settings.server().account(),
                settings.server().password());
        inbox = (IMAPFolder) store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
    }

    private void deliver(String... letters) throws MessagingException {
        mail.deliver(letters);
        inbox.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    private byte[] taken() throws MessagingException {
        return ((Letter.Whole) mailbox.take(inbox.getMessage(1))).untrusted().array();
    }

    private LetterId id(int number) throws MessagingException {
        return LetterKeys.of(inbox.getMessage(number));
    }

    private void markDeletedBySomebodyElse(int number) throws MessagingException {
        inbox.getMessage(number).setFlag(jakarta.mail.Flags.Flag.DELETED, true);
    }

    private static String letter(int size) {
        String head = Letters.from("ann@agency.example");
        return size <= head.length() ? head.substring(0, size) : head + "x".repeat(size - head.length());
    }
}
