package org.sealpost.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.sealpost.torture.inside.Mutation;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** {@code bin/torture [--cluster] [--rounds N] [--seed S]}. Exits 1 unless nothing was lost, doubled or left unexplained. */
public final class Torture {
    private Torture() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        int rounds = Integer.parseInt(after(given, "--rounds", "20"));
        long seed = Long.parseLong(after(given, "--seed", Long.toString(System.currentTimeMillis() % 1_000_000)));
        Path folder = folder();
        System.out.println("torture: " + rounds + " rounds, seed " + seed + ", in " + folder);
        // Before worlds begin at the same time, which the logging library would remark on.
        LoggerFactory.getLogger(Torture.class);
        Campaign campaign =
                new Campaign(folder, seed, Mutation.valueOf(after(given, "--mutation", "NONE")), System.out);
        Outcome outcome;
        try {
            outcome = given.contains("--cluster") ? campaign.runCluster(rounds) : campaign.run(rounds);
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().exit(1);
            return;
        }
        System.out.println(outcome);
        if (outcome.isClean()) {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.out.flush();
        Runtime.getRuntime().halt(outcome.isClean() ? 0 : 1);
    }

    /** Dovecot's own users must get through it. */
    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("sealpost-torture-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        return folder;
    }

    private static String after(List<String> given, String option, String otherwise) {
        int at = given.indexOf(option);
        return at < 0 || at + 1 >= given.size() ? otherwise : given.get(at + 1);
    }
}
