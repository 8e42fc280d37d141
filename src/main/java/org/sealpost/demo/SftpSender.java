package org.sealpost.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** The example agency's nightly script, with its own key. */
record SftpSender(int port, Path key) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Returns when the server has said that it is in custody. */
    void drop(DemoForm form) throws IOException {
        with(sftp -> {
            try (OutputStream out = sftp.write("drop/" + form.name())) {
                out.write(form.bytes());
            }
        });
    }

    /** The texts of the receipt files. */
    List<String> receipts() throws IOException {
        List<String> all = new ArrayList<>();
        with(sftp -> {
            for (SftpClient.DirEntry entry : sftp.readDir("receipts")) {
                if (entry.getFilename().endsWith(".txt")) {
                    try (var in = sftp.read("receipts/" + entry.getFilename())) {
                        all.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        });
        return all;
    }

    private void with(Errand errand) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            // The server's key is one of this demonstration's own, on loopback.
            client.setServerKeyVerifier((session, address, serverKey) -> true);
            client.setKeyIdentityProvider(new FileKeyPairProvider(key));
            client.start();
            try (ClientSession session = client.connect("example-agency", "127.0.0.1", port)
                    .verify(PATIENCE)
                    .getSession()) {
                session.auth().verify(PATIENCE);
                try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    errand.run(sftp);
                }
            }
        }
    }

    /** What to do while connected. */
    @FunctionalInterface
    private interface Errand {
        void run(SftpClient sftp) throws IOException;
    }
}
