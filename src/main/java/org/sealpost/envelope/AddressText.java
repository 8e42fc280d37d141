package org.sealpost.envelope;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.sealpost.submission.ReturnAddress;

/** A return address as bytes: the kind's letter, then its texts (at most 65,535 bytes each). */
final class AddressText {
    private AddressText() {}

    static byte[] write(ReturnAddress address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (address instanceof ReturnAddress.ByMail mail) {
                text(out, 'M', mail.address(), mail.messageId());
            } else if (address instanceof ReturnAddress.ByDrop drop) {
                text(out, 'D', drop.fileName());
            } else if (address instanceof ReturnAddress.ByPolledServer polled) {
                text(out, 'P', polled.server(), polled.fileName());
            } else if (address instanceof ReturnAddress.ByWeb) {
                text(out, 'W');
            } else {
                text(out, 'N');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException where it is nothing that {@link #write} writes */
    static ReturnAddress read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            char kind = (char) in.readUnsignedByte();
            return switch (kind) {
                case 'M' -> new ReturnAddress.ByMail(in.readUTF(), in.readUTF());
                case 'D' -> new ReturnAddress.ByDrop(in.readUTF());
                case 'P' -> new ReturnAddress.ByPolledServer(in.readUTF(), in.readUTF());
                case 'W' -> new ReturnAddress.ByWeb();
                case 'N' -> new ReturnAddress.Nobody();
                default -> throw new IllegalStateException("a return address of an unknown kind");
            };
        } catch (IOException e) {
            throw new IllegalStateException("a return address of an unknown form", e);
        }
    }

    private static void text(DataOutputStream out, char kind, String... texts) throws IOException {
        out.writeByte(kind);
        for (String text : texts) {
            out.writeUTF(text);
        }
    }
}
