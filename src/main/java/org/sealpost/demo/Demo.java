package org.sealpost.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.sealpost.Gateway;
import org.sealpost.GatewayApplication;

/** Shows the whole way of three forms, one by each channel, with everything real and nothing beyond loopback. */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final PrintStream out;
    private final Ports ports;
    private final Path data;
    private final Path home;
    private final Path received;

    private Demo(PrintStream out, Ports ports, Path data, Path home) {
        this.out = out;
        this.ports = ports;
        this.data = data;
        this.home = home;
        this.received =
                data.resolveSibling(data.getFileName() + "-force").resolve(Long.toString(System.currentTimeMillis()));
    }

    /** Ends the process: 0 when every receipt is in, 1 when not, 2 on wrong use. */
    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (arguments.contains("--help")) {
            System.out.println("bin/demo         shows the way of three forms, and stays up for you to try");
            System.out.println("bin/demo --once  shows it, and ends when every receipt is in");
            return;
        }
        if (!List.of("--once").containsAll(arguments) || arguments.size() > 1) {
            System.err.println("demo: the one option there is is --once");
            System.exit(2);
        }
        Map<String, String> environment = System.getenv();
        Path home = Path.of(environment.getOrDefault("SEALPOST_HOME", "")).toAbsolutePath();
        // Not the gateway's own folder: both may run at once, and forms of the one are no business of the other's.
        Path data = home.resolve(environment.getOrDefault("SEALPOST_DATA", "var-demo"));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new Demo(out, Ports.choose(environment), data, home).run(arguments.contains("--once"));
            System.exit(0);
        } catch (Exception e) {
            System.err.println("demo: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(boolean once) throws Exception {
        out.println("Sealpost, on loopback, with example keys and invented people.");
        try (DemoMail mail = new DemoMail(ports);
                Gateway gateway = GatewayApplication.start(settings(mail))) {
            showTheWay(mail);
            out.println();
            out.println("All three were delivered, receipted, and their senders told.");
            out.println("What the force holds lies in " + received + ".");
            if (!once) {
                sayWhatThereIs();
                Thread.currentThread().join();
            }
        }
    }

    private Map<String, Object> settings(DemoMail mail) {
        Map<String, Object> settings = new HashMap<>(mail.settings());
        settings.put("sealpost.data", data);
        // The story is told here; the gateway's own lines would stand between.
        settings.put("logging.level.org.sealpost", "WARN");
        settings.put("sealpost.web.port", ports.web());
        settings.put("sealpost.sftp.port", ports.sftp());
        settings.put("sealpost.broker.port", ports.broker());
        return settings;
    }

    private void showTheWay(DemoMail mail) throws Exception {
        try (DemoForce force = DemoForce.start(received, ports.broker(), 3)) {
            SftpSender sftp =
                    new SftpSender(ports.sftp(), home.resolve("certs-example/partners/example-agency/id_ed25519"));
            Set<String> shown = new TreeSet<>();

            step("E-mail: a school sends a Word form to " + DemoMail.GATEWAY);
            mail.send(DemoForm.fresh("from-a-school.docx"));
            until("the sender has the reference", force, () -> mail.replies().size() >= 1);
            told(mail.replies().get(0));
            decrypted(force, shown);
            until("the sender has the confirmation", force, () -> mail.replies().size() >= 2);
            told(mail.replies().get(1));

            step("SFTP: a night shelter drops a PDF form; its client's success is the promise");
            sftp.drop(DemoForm.fresh("from-a-hostel.pdf"));
            told("the client's success: it is in custody");
            decrypted(force, shown);
            until("the receipt file says so", force, () -> sftp.receipts().stream()
                    .anyMatch(text -> shown.stream().anyMatch(text::contains) && text.contains("force")));
            told("a receipt file in receipts/");

            step("Web: a fostering agency uploads a fillable PDF");
            WebSender web = new WebSender(ports.web());
            String reference = web.send(DemoForm.fresh("from-a-charity.pdf"));
            told("reference " + reference);
            decrypted(force, shown);
            until("the page says so", force, () -> web.standing(reference).equals("held"));
            told("the page of " + reference + " says: the force has it");
            if (!force.ended()) {
                throw new IllegalStateException("the force did not end well: " + force.said());
            }
        }
    }

    private void decrypted(DemoForce force, Set<String> shown) throws Exception {
        until("the force holds it", force, () -> force.holds().size() > shown.size());
        for (String reference : force.holds()) {
            if (shown.add(reference)) {
                out.println("  force    opened " + reference + ", kept it and signed for it. What it decrypted:");
                force.decrypted(reference).forEach(line -> out.println("             " + line));
            }
        }
    }

    private void sayWhatThereIs() {
        out.println();
        out.println("It stays up; Control-C ends it. Try it yourself:");
        out.printf(
                Locale.ROOT,
                "  web      http://127.0.0.1:%d  sign in as %s, password %s%n",
                ports.web(),
                DemoAccount.NAME,
                DemoAccount.PASSWORD);
        out.printf(
                Locale.ROOT,
                "  API      curl -u %s:%s -F file=@FORM http://127.0.0.1:%d/api/submissions%n",
                DemoAccount.NAME,
                DemoAccount.PASSWORD,
                ports.web());
        out.printf(
                Locale.ROOT,
                "  SFTP     sftp -P %d -i certs-example/partners/example-agency/id_ed25519 example-agency@127.0.0.1%n",
                ports.sftp());
        out.printf(
                Locale.ROOT,
                "  e-mail   SMTP 127.0.0.1:%d, from anyone@example-agency.example to %s%n",
                ports.smtp(),
                DemoMail.GATEWAY);
        out.println("  force    the demonstration's own has gone home; you are the force now:");
        out.printf(
                Locale.ROOT,
                "           SEALPOST_BROKER_PORT=%d bin/sealpost receive --out received%n",
                ports.broker());
        out.println("  ledger   while it is up, or after:");
        out.println("           SEALPOST_DATA=" + data + " bin/sealpost ledger export ledger.txt");
    }

    private void step(String words) {
        out.println();
        out.println(words);
    }

    private void told(String words) {
        out.println("  sender   is told: " + words);
    }

    private static void until(String what, DemoForce force, Callable<Boolean> done) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain until " + what + "; the force said: " + force.said());
            }
            Thread.sleep(100);
        }
    }
}
