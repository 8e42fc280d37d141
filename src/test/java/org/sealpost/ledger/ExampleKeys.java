package org.sealpost.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example ledger key that stands in {@code certs-example/gateway}. */
public final class ExampleKeys {
    private static final Path GATEWAY = Path.of("certs-example", "gateway");

    private ExampleKeys() {}

    public static LedgerKey ledgerKey() {
        try {
            return LedgerKey.parse(Files.readString(GATEWAY.resolve("ledger.vkey")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static LedgerSigner ledgerSigner() {
        try {
            return LedgerSigner.of(ledgerKey(), Files.readString(GATEWAY.resolve("ledger.key.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException(e);
        }
    }
}
