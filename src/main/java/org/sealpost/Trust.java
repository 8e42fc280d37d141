package org.sealpost;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.envelope.AddressKey;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.envelope.AesAddressSeal;
import org.sealpost.envelope.CmsNoteSigner;
import org.sealpost.envelope.CmsReceiptVerifier;
import org.sealpost.envelope.CmsSealer;
import org.sealpost.envelope.ForceCertificate;
import org.sealpost.envelope.GatewayIdentity;
import org.sealpost.envelope.NoteSigner;
import org.sealpost.envelope.Profile;
import org.sealpost.envelope.ReceiptCertificate;
import org.sealpost.envelope.ReceiptRefusedException;
import org.sealpost.envelope.ResendRequestVerifier;
import org.sealpost.envelope.Sealer;
import org.sealpost.ledger.Ledger;
import org.sealpost.ledger.LedgerKey;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerSigner;
import org.sealpost.ledger.NamedCheckpoint;
import org.sealpost.ledger.ReceiptReader;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.ledger.WitnessKey;
import org.sealpost.reading.SourceApart;
import org.sealpost.submission.ForceId;

/** Every key and certificate the gateway has, loaded once. Safe to share between threads. */
final class Trust {
    private final GatewayIdentity gateway;
    private final AddressKey addresses;
    private final Map<ForceId, ForceCertificate> sealedTo = new HashMap<>();
    private final Map<ForceId, List<ReceiptCertificate>> receiptedBy;
    private final Map<ForceId, WitnessKey> witnesses = new HashMap<>();
    private final Ledger ledger;
    private final Clock clock;

    /** @throws IOException where a file is missing; the message names it */
    Trust(Settings settings, Clock clock) throws IOException {
        Settings.Keys keys = settings.keys();
        this.clock = clock;
        this.gateway = SealingKeys.gateway(keys);
        this.addresses = AddressKey.load(Home.resolve(keys.addressesKey()));
        for (Map.Entry<String, Settings.Force> force : settings.forces().entrySet()) {
            sealedTo.put(new ForceId(force.getKey()), SealingKeys.force(force.getKey(), force.getValue()));
            Path witnessKey = force.getValue().witnessKey();
            if (witnessKey != null) {
                witnesses.put(new ForceId(force.getKey()), witnessKey(Home.resolve(witnessKey)));
            }
        }
        this.receiptedBy = receiptCertificates(settings);
        requireKnownForces(settings);
        requirePostQuantumKey();
        try {
            this.ledger = new SignedLedger(
                    LedgerSigner.of(ledgerKey(settings), Files.readString(Home.resolve(keys.ledgerKey()))));
        } catch (LedgerRefusedException e) {
            throw new RefusedToStartException(e.code(), "the ledger's key cannot be used: " + e.getMessage());
        }
    }

    Sealer sealer() {
        return new CmsSealer(gateway, sealedTo, clock, SourceApart::of);
    }

    /** What is sealed to, by the forces' names on the pages. */
    SealingWarnings sealingWarnings(Settings settings) {
        Map<String, ForceCertificate> named = new HashMap<>();
        settings.forces().forEach((name, force) -> {
            ForceCertificate certificate = sealedTo.get(new ForceId(name));
            if (certificate != null) {
                named.put(force.displayName(), certificate);
            }
        });
        return new SealingWarnings(named, clock);
    }

    NoteSigner noteSigner() {
        return new CmsNoteSigner(gateway);
    }

    AddressSeal addressSeal() {
        return new AesAddressSeal(addresses);
    }

    CmsReceiptVerifier receiptVerifier() {
        return new CmsReceiptVerifier(receiptedBy);
    }

    ResendRequestVerifier resendRequestVerifier() {
        return new ResendRequestVerifier(receiptedBy);
    }

    Ledger ledger() {
        return ledger;
    }

    /** The keys of the forces that cosign checkpoints. */
    Map<ForceId, WitnessKey> witnesses() {
        return witnesses;
    }

    /** Checks receipts with the certificates of the configured forces alone. */
    static ReceiptReader receiptReader(Settings settings) throws IOException {
        return receiptReader(receiptCertificates(settings));
    }

    /** Checks receipts with these certificates alone. */
    static ReceiptReader receiptReader(Map<ForceId, List<ReceiptCertificate>> forces) {
        CmsReceiptVerifier verifier = new CmsReceiptVerifier(forces);
        return receipt -> {
            try {
                CmsReceiptVerifier.Attested attested = verifier.attested(receipt);
                return new NamedCheckpoint(attested.id(), attested.checkpoint());
            } catch (ReceiptRefusedException e) {
                throw new LedgerRefusedException(e.code(), "A receipt is not a known force's: " + e.getMessage());
            }
        };
    }

    private static Map<ForceId, List<ReceiptCertificate>> receiptCertificates(Settings settings) throws IOException {
        Map<ForceId, List<ReceiptCertificate>> all = new HashMap<>();
        for (Map.Entry<String, Settings.Force> force : settings.forces().entrySet()) {
            Path certificate = Home.resolve(force.getValue().receiptCertificate());
            all.put(new ForceId(force.getKey()), List.of(ReceiptCertificate.load(certificate)));
        }
        return all;
    }

    /** The public half of the ledger's key. */
    static LedgerKey ledgerKey(Settings settings) throws IOException {
        return ledgerKey(Home.resolve(settings.keys().ledgerVerifierKey()));
    }

    /** The public half of a ledger's key. */
    static LedgerKey ledgerKey(Path file) throws IOException {
        try {
            return LedgerKey.parse(Files.readString(file));
        } catch (LedgerRefusedException | MalformedInputException e) {
            throw new RefusedToStartException("not-a-key", "there is no ledger's public key in " + file);
        }
    }

    /** The public key by which a witness of the ledger is known. */
    static WitnessKey witnessKey(Path file) throws IOException {
        try {
            return WitnessKey.parse(Files.readString(file));
        } catch (LedgerRefusedException | MalformedInputException e) {
            throw new RefusedToStartException("not-a-key", "there is no witness's public key in " + file);
        }
    }

    private void requirePostQuantumKey() {
        if (gateway.postQuantumPublicKey().isPresent()) {
            return;
        }
        sealedTo.forEach((force, certificate) -> {
            if (certificate.profile() == Profile.HYBRID) {
                throw new RefusedToStartException(
                        "no-post-quantum-signing-key",
                        "sealpost.keys.post-quantum-signing-key and -certificate are not set, and the force " + force
                                + " has the profile hybrid");
            }
        });
    }

    private static void requireKnownForces(Settings settings) {
        settings.partners().forEach((name, partner) -> {
            if (!settings.forces().containsKey(partner.force())) {
                throw new RefusedToStartException(
                        "force-unknown",
                        "partner " + name + " sends to the force " + partner.force() + ", which is not configured");
            }
        });
    }
}
