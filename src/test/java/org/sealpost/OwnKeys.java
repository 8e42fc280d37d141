package org.sealpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Keys and certificates that were never published: the examples' own script, run elsewhere. */
final class OwnKeys {
    final Path folder;

    private OwnKeys(Path folder) {
        this.folder = folder;
    }

    static OwnKeys make(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path script = Files.copy(Path.of("certs-example/regenerate"), folder.resolve("regenerate"));
        Path sealpost = Files.writeString(
                folder.resolve("sealpost"),
                "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' -cp '"
                        + System.getProperty("java.class.path") + "' org.sealpost.Sealpost \"$@\"\n");
        Files.setPosixFilePermissions(sealpost, PosixFilePermissions.fromString("rwx------"));
        OwnKeys keys = new OwnKeys(folder);
        keys.run("env", "SEALPOST=" + sealpost, "sh", script.toString());
        return keys;
    }

    /** The example configuration with these keys and with passwords of its own. */
    Map<String, String> settings() {
        Map<String, String> own = new HashMap<>();
        own.put("sealpost.keys.signing-key", at("gateway/signing.key.pem"));
        own.put("sealpost.keys.signing-certificate", at("gateway/signing.pem"));
        own.put("sealpost.keys.post-quantum-signing-key", at("gateway/signing-pq.key.pem"));
        own.put("sealpost.keys.post-quantum-signing-certificate", at("gateway/signing-pq.pem"));
        own.put("sealpost.keys.ledger-key", at("gateway/ledger.key.pem"));
        own.put("sealpost.keys.ledger-verifier-key", at("gateway/ledger.vkey"));
        own.put("sealpost.keys.addresses-key", at("gateway/addresses.key"));
        own.put("sealpost.keys.ssh-host-key", at("gateway/ssh_host_ed25519_key"));
        String force = "sealpost.forces.example-constabulary.";
        own.put(force + "encryption-certificate", at("forces/example-constabulary/encryption.pem"));
        own.put(force + "post-quantum-certificate", at("forces/example-constabulary/encryption-pq.pem"));
        own.put(force + "receipt-certificate", at("forces/example-constabulary/receipts.pem"));
        own.put(force + "witness-key", at("forces/example-constabulary/witness.vkey"));
        own.put(force + "broker-password", "6f1c-2e0a-of-nobody");
        own.put("sealpost.broker.password", "9a77-31bd-of-nobody");
        own.put("sealpost.partners.example-agency.sftp-keys", at("partners/example-agency/id_ed25519.pub"));
        // The hash of a password that nobody knows.
        String hash = "{bcrypt}$2a$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
        account(own, "sealpost.partners.example-agency.accounts[0]", "worker@example-agency.example", hash);
        account(own, "sealpost.operators[0]", "one@gateway.example", hash);
        account(own, "sealpost.operators[1]", "two@gateway.example", hash);
        return own;
    }

    String at(String name) {
        return folder.resolve(name).toString();
    }

    /** Runs a command in the folder. */
    void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(folder.resolve("said")));
        }
    }

    private static void account(Map<String, String> own, String setting, String name, String hash) {
        own.put(setting + ".name", name);
        own.put(setting + ".password", hash);
        own.put(setting + ".example", "false");
    }
}
