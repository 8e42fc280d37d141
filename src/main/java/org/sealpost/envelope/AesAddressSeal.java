package org.sealpost.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/**
 * AES-256-GCM with a random 96-bit nonce; the submission's id and the version are authenticated with it. Form: one byte
 * version (1), nonce, ciphertext, 128-bit tag. One key serves four thousand million addresses (NIST SP 800-38D, section
 * 8.3).
 */
public final class AesAddressSeal implements AddressSeal {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private final AddressKey key;
    private final SecureRandom random = new SecureRandom();

    public AesAddressSeal(AddressKey key) {
        this.key = key;
    }

    @Override
    public Bytes seal(SubmissionId id, ReturnAddress address) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(AddressText.write(address));
            return Bytes.of(ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(encrypted)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing a return address failed", e);
        }
    }

    @Override
    public ReturnAddress open(SubmissionId id, Bytes sealed) {
        ByteBuffer in = ByteBuffer.wrap(sealed.array());
        if (in.remaining() <= 1 + NONCE_BYTES + TAG_BYTES || in.get() != VERSION) {
            throw new IllegalStateException("not a sealed return address");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] encrypted = new byte[in.remaining()];
        in.get(encrypted);
        try {
            return AddressText.read(cipher(Cipher.DECRYPT_MODE, nonce, id).doFinal(encrypted));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a return address was sealed under another key, or changed", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, SubmissionId id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key().exposed(), new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(("return-address " + VERSION + " " + id).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
