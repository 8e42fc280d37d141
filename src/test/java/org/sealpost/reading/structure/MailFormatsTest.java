package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.submission.Sha256;

/** The wrappings that mail arrives in beside its own. */
class MailFormatsTest {
    @Test
    void anOutlookMessageIsItsSenderItsTextAndItsAttachments() throws IOException {
        List<Document> parts = Listing.of("a.msg", message()).parts;
        assertThat(Shown.of(parts.get(0).elements()))
                .containsExactly(
                        "[from-name=Si\u00e2n Prydderch]",
                        "[from-address=s.prydderch@llan.example]",
                        "[subject=A car]",
                        "Reg: AB12 CDE");
        assertThat(parts).extracting(Document::name).containsExactly("a.msg", "note.txt", "forwarded");
        assertThat(parts).extracting(Document::disposition).containsOnly(Disposition.READ);
        assertThat(Shown.of(parts.get(1).elements())).containsExactly("in the note");
        assertThat(Shown.of(parts.get(2).elements())).containsExactly("[subject=Inside]", "Reg: XY34 ZZZ");
    }

    @Test
    void whatAMailMeansIsAllThatItSays() {
        String mail = letter("A car", "See the form below.", "<p>See the form below.</p><p>Reg: AB12 CDE</p>");
        List<Sha256> means = Listing.of("a.eml", bytes(mail)).substance;
        String relayed =
                "Received: by relay.example\r\n" + mail.replace("=x", "=\"y\"").replace("--x", "--y");
        assertThat(Listing.of("b.eml", bytes(relayed)).substance).isEqualTo(means);
        for (String other : List.of(
                mail.replace("CDE", "CDX"),
                mail.replace("A car", "A van"),
                mail.replace("<p>See", "<input name='reg' value='XY34'><p>See"),
                mail.replace("below.\r\n", "below!\r\n"))) {
            assertThat(Listing.of("c.eml", bytes(other)).substance).isNotEqualTo(means);
        }
        String cell = "<table><tr><td>Reg</td><td><input name='reg' value='AB12'></td></tr></table>";
        assertThat(Listing.of("d.eml", bytes(letter("s", "t", cell))).substance)
                .isNotEqualTo(Listing.of("d.eml", bytes(letter("s", "t", cell.replace("AB12", "XY34")))).substance);
    }

    @Test
    void theCharsetOfTheLetterCountsAndNotWhatItsHtmlSays() {
        String html = "<meta charset='iso-8859-1'><p>Si\u00e2n</p>";
        byte[] mail = ("MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Shown.of(Listing.of("a.eml", mail).parts.get(0).elements())).containsExactly("Si\u00e2n");
    }

    private static String letter(String subject, String plain, String html) {
        return "Subject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"
                + "--x\r\nContent-Type: text/plain\r\n\r\n" + plain
                + "\r\n--x\r\nContent-Type: text/html\r\n\r\n" + html + "\r\n--x--\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void winmailDatIsItsTextAndItsFiles() {
        List<Document> parts = Listing.of("winmail.dat", winmail()).parts;
        assertThat(parts).extracting(Document::name).containsExactly("winmail.dat", "note.txt");
        assertThat(Shown.of(parts.get(0).elements())).containsExactly("Reg: AB12 CDE");
        assertThat(Shown.of(parts.get(1).elements())).containsExactly("in the note");
    }

    @Test
    void theTextThatOutlookSendsTwiceIsToldOnce() {
        for (String text : List.of("Reg:  AB12 CDE", "Something else")) {
            String mail =
                    "From: a@agency.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                            + "--x\r\nContent-Type: text/plain\r\n\r\n" + text
                            + "\r\n--x\r\nContent-Type: application/ms-tnef;"
                            + " name=winmail.dat\r\nContent-Disposition: attachment; filename=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                            + Base64.getMimeEncoder().encodeToString(winmail()) + "\r\n--x--\r\n";
            List<Document> parts = Listing.of("a.eml", mail.getBytes(StandardCharsets.US_ASCII)).parts;
            assertThat(parts).extracting(Document::name).containsExactly("a.eml", "winmail.dat", "note.txt");
            assertThat(parts.get(1).disposition()).isEqualTo(Disposition.READ);
            assertThat(parts.get(1).elements()).hasSize(text.startsWith("Reg") ? 0 : 1);
        }
    }

    private static byte[] winmail() {
        ByteBuffer tnef = ByteBuffer.allocate(2_000).order(ByteOrder.LITTLE_ENDIAN);
        tnef.putInt(0x223E9F78).putShort((short) 1);
        // attMsgProps with one property: the plain body, PR_BODY as an 8-bit string.
        byte[] body = "Reg: AB12 CDE\0\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer properties = ByteBuffer.allocate(16 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        properties
                .putInt(1)
                .putShort((short) 0x1E)
                .putShort((short) 0x1000)
                .putInt(1)
                .putInt(14)
                .put(body);
        attribute(tnef, 1, 0x00069003, properties.array());
        attribute(tnef, 2, 0x00069002, new byte[14]);
        attribute(tnef, 2, 0x00018010, "note.txt\0".getBytes(StandardCharsets.US_ASCII));
        attribute(tnef, 2, 0x0006800F, "in the note".getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(tnef.array(), tnef.position());
    }

    @Test
    void whatASignatureGoesRoundIsRead() throws Exception {
        String mail = "Content-Type: text/plain; charset=utf-8\r\n\r\nReg: AB12 CDE\r\n";
        List<Document> parts = Listing.of("smime.p7m", signed(mail.getBytes(StandardCharsets.UTF_8), true)).parts;
        assertThat(parts).extracting(Document::name).containsExactly("smime.p7m", "signed.eml");
        assertThat(Shown.of(parts.get(1).elements())).containsExactly("Reg: AB12 CDE");
        Document bare =
                Listing.of("smime.p7s", signed(new byte[] {1}, false)).parts.get(0);
        assertThat(bare.reason()).startsWith("no-text: ");
    }

    private static void attribute(ByteBuffer tnef, int level, int id, byte[] data) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xFF;
        }
        tnef.put((byte) level).putInt(id).putInt(data.length).put(data).putShort((short) sum);
    }

    private static byte[] signed(byte[] content, boolean around) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        KeyPair pair = keys.generateKeyPair();
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        X500Name name = new X500Name("CN=agency.example");
        Date now = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
        X509CertificateHolder certificate =
                new JcaX509v3CertificateBuilder(name, BigInteger.ONE, now, now, name, pair.getPublic()).build(signer);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pair.getPrivate(), certificate));
        return generator.generate(new CMSProcessableByteArray(content), around).getEncoded();
    }

    private static byte[] message() throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            DirectoryEntry root = ole.getRoot();
            root.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
            text(root, "001A", "IPM.Note");
            text(root, "0C1A", "Si\u00e2n Prydderch");
            text(root, "0C1F", "/O=LLAN/CN=SP");
            text(root, "5D01", "s.prydderch@llan.example");
            text(root, "0037", "A car");
            text(root, "1000", "Reg: AB12 CDE\r\n");
            DirectoryEntry note = root.createDirectory("__attach_version1.0_#00000000");
            note.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[8]));
            text(note, "3707", "note.txt");
            note.createDocument(
                    "__substg1.0_37010102",
                    new ByteArrayInputStream("in the note".getBytes(StandardCharsets.US_ASCII)));
            DirectoryEntry forwarded = root.createDirectory("__attach_version1.0_#00000001");
            forwarded.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[8]));
            text(forwarded, "3001", "forwarded");
            DirectoryEntry inner = forwarded.createDirectory("__substg1.0_3701000D");
            inner.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[24]));
            text(inner, "001A", "IPM.Note");
            text(inner, "0037", "Inside");
            text(inner, "1000", "Reg: XY34 ZZZ\r\n");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ole.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static void text(DirectoryEntry directory, String property, String text) throws IOException {
        directory.createDocument(
                "__substg1.0_" + property + "001F", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE)));
    }
}
