package org.sealpost.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example keys of the ledger and its witness that stand in {@code certs-example}. */
public final class ExampleKeys {
    private static final Path GATEWAY = Path.of("certs-example", "gateway");
    private static final Path FORCE = Path.of("certs-example", "forces", "example-constabulary");

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

    public static WitnessKey witnessKey() {
        try {
            return WitnessKey.parse(Files.readString(FORCE.resolve("witness.vkey")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static WitnessSigner witnessSigner() {
        try {
            return WitnessSigner.of(witnessKey(), Files.readString(FORCE.resolve("witness.key.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException(e);
        }
    }
}
