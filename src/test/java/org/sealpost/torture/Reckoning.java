package org.sealpost.torture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.sealpost.envelope.CmsReceiptVerifier;
import org.sealpost.envelope.ReceiptCertificate;
import org.sealpost.envelope.ReceiptRefusedException;
import org.sealpost.ledger.LedgerExport;
import org.sealpost.ledger.LedgerKey;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerVerifier;
import org.sealpost.ledger.NamedCheckpoint;
import org.sealpost.ledger.ReceiptReader;
import org.sealpost.store.Database;

/** Holds what was accepted against what the force has and what senders were told. Looks at each thing the force got once. */
final class Reckoning {
    private final World world;
    private final Map<String, Integer> atForce = new HashMap<>();
    private final Set<Path> seen = new HashSet<>();
    private final Map<Form, Sender> accepted = new TreeMap<>((a, b) -> a.token().compareTo(b.token()));
    private final Set<String> settled = new HashSet<>();

    Reckoning(World world) {
        this.world = world;
    }

    /** What does not agree; each list names the forms, or says what is wrong. */
    record Result(List<String> lost, List<String> doubled, List<String> unexplained) {
        boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty() && unexplained.isEmpty();
        }
    }

    void accepted(Form form, Sender sender) {
        accepted.put(form, sender);
    }

    int accepted() {
        return accepted.size();
    }

    /** As soon as all agrees, or when the time is over. */
    Result within(long seconds) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Result result = now();
        while (!result.isClean() && System.nanoTime() < end) {
            Pause.of(300);
            result = now();
        }
        return result;
    }

    private Result now() throws IOException {
        look();
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> unexplained = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        for (Map.Entry<Form, Sender> one : accepted.entrySet()) {
            String token = one.getKey().token();
            tokens.add(token);
            int times = atForce.getOrDefault(token, 0);
            if (times == 0) {
                lost.add(token + " by " + one.getValue().channel());
            } else if (times > 1) {
                doubled.add(token + " by " + one.getValue().channel() + ", " + times + " times");
            } else if (!settled.contains(token)) {
                String untold = untold(one.getValue(), one.getKey());
                if (untold.isEmpty()) {
                    settled.add(token);
                } else {
                    unexplained.add(token + " by " + one.getValue().channel() + ": " + untold);
                }
            }
        }
        atForce.keySet().stream()
                .filter(t -> !tokens.contains(t))
                .forEach(t -> unexplained.add("the force holds " + t + ", which was not accepted"));
        refused().forEach(f -> unexplained.add("the force set aside " + f));
        return new Result(lost, doubled, unexplained);
    }

    private static String untold(Sender sender, Form form) {
        try {
            return sender.untold(form);
        } catch (IOException e) {
            return "nobody can be asked: " + e.getClass().getSimpleName();
        }
    }

    private void look() throws IOException {
        for (Path folder : world.kept()) {
            if (seen.add(folder)) {
                for (String token : tokens(folder.resolve("originals"))) {
                    atForce.merge(token, 1, Integer::sum);
                }
            }
        }
    }

    private static Set<String> tokens(Path originals) throws IOException {
        Set<String> tokens = new HashSet<>();
        try (Stream<Path> files = Files.list(originals)) {
            for (Path file : files.toList()) {
                Matcher token = Form.TOKEN.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                while (token.find()) {
                    tokens.add(token.group());
                }
            }
        }
        return tokens;
    }

    private List<String> refused() throws IOException {
        Path refused = world.received().resolve(".refused");
        if (!Files.isDirectory(refused)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(refused)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    /** Empty where the ledger verifies from its export and public keys alone; otherwise what is wrong. */
    String ledger() {
        try {
            LedgerKey key = LedgerKey.parse(Files.readString(Path.of("certs-example/gateway/ledger.vkey")));
            ByteArrayOutputStream export = new ByteArrayOutputStream();
            Database.historyOf(world.databaseSettings(), history -> {
                try {
                    LedgerExport.write(key.origin(), history, export);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (LedgerRefusedException e) {
                    throw new IllegalStateException(e.code() + ": " + e.getMessage(), e);
                }
            });
            LedgerVerifier.verify(
                    new ByteArrayInputStream(export.toByteArray()),
                    key,
                    receipts(),
                    new LedgerVerifier.Witnesses(List.of(), witness()));
            return "";
        } catch (LedgerRefusedException e) {
            return e.code() + ": " + e.getMessage();
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static ReceiptReader receipts() throws IOException {
        CmsReceiptVerifier verifier = new CmsReceiptVerifier(Map.of(
                World.FORCE,
                List.of(ReceiptCertificate.load(Path.of("certs-example/forces/" + World.FORCE + "/receipts.pem")))));
        return receipt -> {
            try {
                CmsReceiptVerifier.Attested attested = verifier.attested(receipt);
                return new NamedCheckpoint(attested.id(), attested.checkpoint());
            } catch (ReceiptRefusedException e) {
                throw new LedgerRefusedException(e.code(), String.valueOf(e.getMessage()));
            }
        };
    }

    /** The newest checkpoint that the force has seen must stand in the ledger. */
    private List<String> witness() throws IOException {
        Path newest = world.received().resolve(".checkpoint");
        return Files.exists(newest) ? List.of(Files.readString(newest)) : List.of();
    }
}
