package org.sealpost.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sealpost.torture.inside.Mutation;
import org.springframework.util.FileSystemUtils;

/** A short torture, and the proof that torture finds out who deserves it. */
class TortureIT {
    private static final long SEED = 7;
    private static final int SOON = 12;

    private final List<Path> folders = new ArrayList<>();

    @BeforeAll
    static void there() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sftp")), "openssh-client is not installed");
    }

    /** What a mutated gateway leaves behind for whoever looks into it is of no use here. */
    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        for (Path folder : folders) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Path folder() throws IOException {
        Path folder = Torture.folder();
        folders.add(folder);
        return folder;
    }

    @Test
    void nothingIsLostDoubledOrUnexplained() throws Exception {
        Outcome outcome = new Campaign(folder(), SEED, Mutation.NONE, System.out).run(4);
        assertThat(outcome.isClean()).as(outcome.toString()).isTrue();
    }

    /** The pair's live broker dies, and the gateway that has the sources; nobody heals anything before all is taken. */
    @Test
    void whatDiesInAClusterIsTakenOver() throws Exception {
        Outcome outcome =
                campaign(Mutation.NONE, 40).run(World.Kind.CLUSTER, List.of(ClusterFaults.bothKindsOfDeath()));
        assertThat(outcome.isClean()).as(outcome.toString()).isTrue();
    }

    @Test
    void aGatewayThatAcknowledgesBeforeItsCommitIsFoundOut() throws Exception {
        Outcome outcome =
                campaign(Mutation.ACKNOWLEDGES_FIRST).run(World.Kind.SQLITE, List.of(Kills.at("before Writes.take")));
        assertThat(outcome.isClean()).as(outcome.toString()).isFalse();
    }

    @Test
    void aGatewayThatKnowsNoRepeatsIsFoundOut() throws Exception {
        Outcome outcome = campaign(Mutation.KNOWS_NO_REPEATS)
                .run(World.Kind.SQLITE, List.of(Kills.at("admitted by web, the source not told")));
        assertThat(outcome.doubled()).as(outcome.toString()).isNotEmpty();
    }

    private Campaign campaign(Mutation mutation) throws Exception {
        return campaign(mutation, SOON);
    }

    private Campaign campaign(Mutation mutation, int patience) throws Exception {
        return new Campaign(folder(), SEED, mutation, patience, System.out);
    }
}
