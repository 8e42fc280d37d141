package org.sealpost.force;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.envelope.CmsOpener;
import org.sealpost.envelope.CmsReceiptSigner;
import org.sealpost.envelope.Opener;
import org.sealpost.envelope.OpeningIdentity;
import org.sealpost.envelope.ReceiptIdentity;
import org.sealpost.envelope.ReceiptSigner;
import org.sealpost.envelope.ResendRequestSigner;
import org.sealpost.envelope.TrustedGateways;
import org.sealpost.ledger.LedgerKey;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.WitnessKey;
import org.sealpost.ledger.WitnessSigner;
import org.sealpost.submission.ForceId;
import picocli.CommandLine.Option;

/** Who this force is and whom it trusts. Everything defaults to the example constabulary's published keys. */
final class ForceOptions {
    @Option(
            names = "--force",
            paramLabel = "NAME",
            defaultValue = "example-constabulary",
            description = "The force's configured name (default: ${DEFAULT-VALUE}).")
    private String force = "example-constabulary";

    @Option(names = "--key", paramLabel = "PEM", description = "The private key that opens envelopes.")
    private @Nullable Path key;

    @Option(names = "--certificate", paramLabel = "PEM", description = "The certificate that envelopes are sealed to.")
    private @Nullable Path certificate;

    @Option(
            names = "--post-quantum-key",
            paramLabel = "PEM",
            description = "The private key (ML-KEM-1024) that opens the inner layer.")
    private @Nullable Path postQuantumKey;

    @Option(
            names = "--post-quantum-certificate",
            paramLabel = "PEM",
            description = "The certificate that the inner layer is sealed to.")
    private @Nullable Path postQuantumCertificate;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            defaultValue = "hybrid",
            description = "The only profile that is opened, hybrid or classical, or both while a force changes over"
                    + " (default: ${DEFAULT-VALUE}).")
    private String profile = "hybrid";

    @Option(names = "--receipt-key", paramLabel = "PEM", description = "The private key that signs receipts.")
    private @Nullable Path receiptKey;

    @Option(names = "--receipt-certificate", paramLabel = "PEM", description = "The certificate of that key.")
    private @Nullable Path receiptCertificate;

    @Option(
            names = "--gateway",
            paramLabel = "PEM",
            description = "A trusted gateway's signing certificate; may be given several times. In the hybrid profile a"
                    + " gateway has two, and both are needed.")
    private List<Path> gateways = new ArrayList<>();

    @Option(names = "--ledger-key", paramLabel = "VKEY", description = "The public key of the gateway's ledger.")
    private @Nullable Path ledgerKey;

    @Option(
            names = "--witness-key",
            paramLabel = "PEM",
            description = "The private key (Ed25519) that cosigns what this force has seen of the ledger.")
    private @Nullable Path witnessKey;

    @Option(
            names = "--witness-vkey",
            paramLabel = "VKEY",
            description = "The public half of that key, under the witness's name.")
    private @Nullable Path witnessVkey;

    ForceId force() throws UnusableException {
        try {
            return new ForceId(force);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("--force: a name has lower-case letters, digits and inner hyphens only");
        }
    }

    Opener opener() throws UnusableException {
        return opener(CmsOpener::new);
    }

    /** Opens what was sealed of a source by itself. */
    Opener openerOfSources() throws UnusableException {
        return opener(CmsOpener::ofSources);
    }

    private interface Opening {
        Opener by(ForceId force, List<OpeningIdentity> identities, TrustedGateways trusted);
    }

    private Opener opener(Opening opening) throws UnusableException {
        ForceId own = force();
        List<OpeningIdentity> identities = identities();
        return loaded(() -> opening.by(
                own,
                identities,
                TrustedGateways.load(
                        gateways.isEmpty() ? List.of(gateway("signing.pem"), gateway("signing-pq.pem")) : gateways)));
    }

    /** One for each profile that is opened: an identity opens no other. */
    private List<OpeningIdentity> identities() throws UnusableException {
        OpeningIdentity classical =
                loaded(() -> OpeningIdentity.load(own(certificate, "encryption.pem"), own(key, "encryption.key.pem")));
        return switch (profile) {
            case "classical" -> List.of(classical);
            case "hybrid" -> List.of(hybrid(classical));
            case "both" -> List.of(hybrid(classical), classical);
            default -> throw new UnusableException("--profile: hybrid, classical or both");
        };
    }

    private OpeningIdentity hybrid(OpeningIdentity classical) throws UnusableException {
        if (key != null && (postQuantumKey == null || postQuantumCertificate == null)) {
            throw new UnusableException(
                    "--key needs --post-quantum-key and --post-quantum-certificate, or where the force"
                            + " has none, --profile classical");
        }
        return loaded(() -> classical.with(
                own(postQuantumCertificate, "encryption-pq.pem"), own(postQuantumKey, "encryption-pq.key.pem")));
    }

    ReceiptSigner receiptSigner() throws UnusableException {
        return new CmsReceiptSigner(receiptIdentity(), Clock.systemUTC());
    }

    ResendRequestSigner resendRequestSigner() throws UnusableException {
        return new ResendRequestSigner(receiptIdentity(), Clock.systemUTC());
    }

    private ReceiptIdentity receiptIdentity() throws UnusableException {
        return loaded(() ->
                ReceiptIdentity.load(own(receiptCertificate, "receipts.pem"), own(receiptKey, "receipts.key.pem")));
    }

    LedgerKey ledger() throws UnusableException {
        Path file = ledgerKey == null ? gateway("ledger.vkey") : ledgerKey;
        return loaded(() -> {
            try {
                return LedgerKey.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
            } catch (LedgerRefusedException e) {
                throw new IllegalArgumentException(file + " does not hold a ledger's public key");
            }
        });
    }

    /** Empty where the force has keys of its own and none to cosign with. */
    Optional<WitnessSigner> witness() throws UnusableException {
        if ((witnessKey == null) != (witnessVkey == null)) {
            throw new UnusableException("--witness-key and --witness-vkey go together");
        }
        if (witnessKey == null && receiptKey != null) {
            return Optional.empty();
        }
        return loaded(() -> {
            Path vkey = own(witnessVkey, "witness.vkey");
            try {
                return Optional.of(WitnessSigner.of(
                        WitnessKey.parse(Files.readString(vkey, StandardCharsets.ISO_8859_1)),
                        Files.readString(own(witnessKey, "witness.key.pem"), StandardCharsets.ISO_8859_1)));
            } catch (LedgerRefusedException e) {
                throw new IllegalArgumentException(vkey + " and its private half are no keys of a witness");
            }
        });
    }

    private Path own(@Nullable Path given, String name) {
        if (given != null) {
            return given;
        }
        Path examples = home().resolve("certs-example/forces").resolve(force);
        if (!Files.isDirectory(examples)) {
            throw new IllegalArgumentException("there are no example keys of a force " + force
                    + "; name its own with --key, --certificate, --receipt-key and --receipt-certificate");
        }
        return examples.resolve(name);
    }

    private static Path gateway(String name) {
        return home().resolve("certs-example/gateway").resolve(name);
    }

    /** The project's root: system property or environment variable {@code SEALPOST_HOME}, else the working folder. */
    private static Path home() {
        String property = System.getProperty("SEALPOST_HOME", System.getenv("SEALPOST_HOME"));
        return Path.of(property == null ? "." : property).normalize();
    }

    private static <T> T loaded(Loading<T> loading) throws UnusableException {
        try {
            return loading.load();
        } catch (NoSuchFileException e) {
            throw new UnusableException("there is no file " + e.getFile());
        } catch (FileSystemException e) {
            throw new UnusableException("the file " + e.getFile() + " cannot be read");
        } catch (IOException e) {
            throw new UnusableException("a key or certificate cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UnusableException(String.valueOf(e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Loading<T> {
        T load() throws IOException;
    }

    /** What was given cannot be used; the message is for the person who gave it. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(String sentence) {
            super(sentence);
        }
    }
}
