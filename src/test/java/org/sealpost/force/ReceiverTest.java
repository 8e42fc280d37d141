package org.sealpost.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.force.ExampleGateway.original;
import static org.sealpost.force.ExampleGateway.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.envelope.CmsReceiptVerifier;
import org.sealpost.envelope.ReceiptCertificate;
import org.sealpost.envelope.SealedEnvelope;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.SignedCheckpoint;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Sha256;

class ReceiverTest {
    @TempDir
    private Path folder = Path.of("");

    private final ExampleGateway gateway = new ExampleGateway();

    private static Reception.Kept kept(Reception reception) {
        assertThat(reception).isInstanceOf(Reception.Kept.class);
        return (Reception.Kept) reception;
    }

    private static String aside(Reception reception) {
        assertThat(reception).isInstanceOf(Reception.Aside.class);
        return ((Reception.Aside) reception).why().code();
    }

    private List<String> visible() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everythingIsWrittenForItsOwnerAlone() throws Exception {
        Reference reference = gateway.reference();
        Incoming message = gateway.send(
                reference, original("form.txt", "one"), original("../form.txt", "two"), original("form.txt", "three"));
        Reception.Kept kept = kept(receiver(folder).receive(message));
        assertThat(kept.reference()).isEqualTo(reference);
        assertThat(kept.originals()).isEqualTo(3);
        assertThat(kept.urgent()).isTrue();
        assertThat(kept.repeated()).isFalse();
        Path place = folder.resolve(reference.value());
        assertThat(place.resolve("originals/form.txt")).hasContent("one");
        assertThat(place.resolve("originals/2-__form.txt")).hasContent("two");
        assertThat(place.resolve("originals/3-form.txt")).hasContent("three");
        assertThat(Files.readString(place.resolve("submission.json"))).contains("incident");
        assertThat(Files.readAllBytes(place.resolve("envelope.p7m")))
                .isEqualTo(message.envelope().array());
        assertThat(Files.readAllBytes(place.resolve("receipt.p7s")))
                .isEqualTo(kept.receipt().array());
        assertThat(place.resolve("signed.p7m")).isNotEmptyFile();
        assertThat(visible()).containsExactly(reference.value());
        try (Stream<Path> all = Files.walk(folder).filter(path -> !path.equals(folder))) {
            assertThat(all.toList())
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void aRepeatIsKeptOnceAndGetsTheSameReceipt() throws Exception {
        Incoming message = gateway.send("once");
        Bytes first = kept(receiver(folder).receive(message)).receipt();
        Incoming repeat = new Incoming(message.envelope(), Optional.of(gateway.proveAgain(0)));
        for (Receiver receiver : List.of(receiver(folder), receiver(folder))) {
            Reception.Kept again = kept(receiver.receive(repeat));
            assertThat(again.repeated()).isTrue();
            assertThat(again.receipt()).isEqualTo(first);
        }
        assertThat(visible()).hasSize(1);
    }

    @Test
    void aRepeatIsARepeatAlsoWhenTheFolderWasTakenAway() throws Exception {
        Incoming message = gateway.send("moved");
        Reception.Kept first = kept(receiver(folder).receive(message));
        DurableFiles.delete(folder.resolve(first.reference().value()));
        Reception.Kept again = kept(receiver(folder).receive(message));
        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(visible()).isEmpty();
    }

    @Test
    void twoSubmissionsWithOneReferenceAreBothKept() throws Exception {
        Reference reference = gateway.reference();
        Receiver receiver = receiver(folder);
        kept(receiver.receive(gateway.send(reference, original("a.txt", "a"))));
        kept(receiver.receive(gateway.send(reference, original("b.txt", "b"))));
        assertThat(visible()).containsExactly(reference.value(), reference.value() + "-2");
        assertThat(folder.resolve(reference.value() + "-2/originals/b.txt")).hasContent("b");
    }

    @Test
    void aDeathAfterAnyStepIsMadeUpForByTheRepeat() throws Exception {
        List<String> steps = new ArrayList<>();
        kept(receiver(folder, steps::add).receive(gateway.send("to learn the steps")));
        assertThat(steps).hasSizeGreaterThan(5);
        for (String deadly : steps) {
            Incoming message = gateway.send("dies when " + deadly);
            Receiver dying = receiver(folder, step -> {
                if (step.equals(deadly)) {
                    throw new Death();
                }
            });
            assertThatThrownBy(() -> dying.receive(message)).isInstanceOf(Death.class);
            Reception.Kept kept = kept(receiver(folder).receive(message));
            Path place = folder.resolve(kept.reference().value());
            assertThat(place.resolve("originals/form.txt")).hasContent("dies when " + deadly);
            assertThat(Files.readAllBytes(place.resolve("receipt.p7s")))
                    .as(deadly)
                    .isEqualTo(kept.receipt().array());
        }
        assertThat(visible()).hasSize(steps.size() + 1).noneMatch(name -> name.endsWith("-2"));
        assertThat(folder.resolve(".incoming")).isEmptyDirectory();
    }

    @Test
    void whatCannotBeOpenedIsSetAsideWithItsReason() throws Exception {
        Bytes nonsense = Bytes.of(new byte[] {1, 2, 3});
        String proof =
                gateway.release(ExampleGateway.FORCE, org.sealpost.submission.SubmissionId.random(), nonsense.sha256());
        String code = aside(receiver(folder).receive(new Incoming(nonsense, Optional.of(proof))));
        Path refused = folder.resolve(".refused");
        assertThat(Files.readAllBytes(refused.resolve(nonsense.sha256() + ".p7m")))
                .isEqualTo(nonsense.array());
        assertThat(Files.readString(refused.resolve(nonsense.sha256() + ".txt")))
                .startsWith(code + "\n");
        assertThat(visible()).isEmpty();
    }

    @Test
    void aMessageThatExhaustsTheStackIsSetAsideToo() throws Exception {
        Receiver receiver = new Receiver(
                ExampleGateway.FORCE,
                untrusted -> {
                    throw new StackOverflowError();
                },
                ExampleKeys.ledgerKey(),
                ExampleGateway.receiptSigner(),
                Optional.empty(),
                folder);
        assertThat(aside(receiver.receive(gateway.send("nested")))).isEqualTo("fault");
    }

    @Test
    void aProofThatIsNotForThisEnvelopeIsNotBelieved() throws Exception {
        Receiver receiver = receiver(folder);
        SealedEnvelope sealed = gateway.seal(gateway.reference(), original("form.txt", "x"));
        Bytes der = sealed.der();
        String good = gateway.release(ExampleGateway.FORCE, sealed.context().id(), sealed.digest());
        String otherEnvelope = gateway.send("another").proof().orElseThrow();
        String otherForce =
                gateway.release(new ForceId("another-force"), sealed.context().id(), sealed.digest());
        String otherId =
                gateway.release(ExampleGateway.FORCE, org.sealpost.submission.SubmissionId.random(), sealed.digest());
        String noRelease = gateway.prove(Entry.of("admitted", Instant.now(), Map.of()));
        assertThat(aside(receiver.receive(new Incoming(der, Optional.empty())))).isEqualTo("no-proof");
        assertThat(aside(receiver.receive(new Incoming(der, Optional.of("nonsense")))))
                .isEqualTo("not-a-proof");
        for (String wrong : List.of(otherEnvelope, otherForce, otherId)) {
            assertThat(aside(receiver.receive(new Incoming(der, Optional.of(wrong)))))
                    .isEqualTo("wrong-proof");
        }
        assertThat(aside(receiver.receive(new Incoming(der, Optional.of(noRelease)))))
                .isEqualTo("not-a-release");
        assertThat(visible()).isEmpty();
        kept(receiver.receive(new Incoming(der, Optional.of(good))));
    }

    @Test
    void messagesInAnotherOrderAreNoFault() throws Exception {
        List<Incoming> messages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            messages.add(gateway.send("number " + i));
        }
        Receiver receiver = receiver(folder);
        for (int i : new int[] {4, 0, 3, 1, 2}) {
            kept(receiver.receive(messages.get(i)));
        }
        SignedCheckpoint newest = SignedCheckpoint.parse(Files.readString(folder.resolve(".checkpoint")));
        assertThat(newest.verify(ExampleKeys.ledgerKey()).size()).isEqualTo(5);
    }

    @Test
    void aLedgerThatShowsAnotherPastIsNotReceipted() throws Exception {
        kept(receiver(folder).receive(gateway.send("true past")));
        // The same key, another history: as after a restored back-up, or two faces for two forces.
        ExampleGateway fork = new ExampleGateway();
        assertThat(aside(receiver(folder).receive(fork.send("other past")))).isEqualTo("ledger-forked");
        ExampleGateway sameSize = new ExampleGateway();
        sameSize.skipNumbers(1);
        assertThat(aside(receiver(folder).receive(sameSize.send("same size")))).isEqualTo("ledger-forked");
        ExampleGateway shrunk = new ExampleGateway();
        kept(receiver(folder).receive(gateway.send("second")));
        kept(receiver(folder).receive(gateway.send("third")));
        shrunk.skipNumbers(3);
        assertThat(aside(receiver(folder).receive(shrunk.send("cut back")))).isEqualTo("ledger-forked");
        assertThat(visible()).hasSize(3);
    }

    @Test
    void whatIsSaidToContinueWhatWasSeenMustContinueIt() throws Exception {
        String seen = seen(kept(receiver(folder).receive(gateway.send("one"))));
        gateway.heard(seen);
        String proof = gateway.send("two").proof().orElseThrow();
        int lastHash = proof.lastIndexOf('\n', proof.length() - 2) + 1;
        String damaged = proof.substring(0, lastHash) + "A" + proof.substring(lastHash + 1);
        Incoming third = gateway.send("three");
        String continued = third.proof().orElseThrow();
        String wrong = continued.substring(0, continued.indexOf("\nconsistency "))
                + damaged.substring(damaged.indexOf("\nconsistency "));

        assertThat(aside(receiver(folder).receive(new Incoming(third.envelope(), Optional.of(wrong)))))
                .isEqualTo("ledger-forked");
        kept(receiver(folder).receive(third));
    }

    @Test
    void aCheckpointIsCosignedWhereItContinuesTheOneCosignedBefore() throws Exception {
        Receiver receiver = receiver(folder);
        String first = seen(kept(receiver.receive(gateway.send("one"))));
        assertThat(cosignedSize(first)).isEqualTo(1);
        // The gateway has not heard of it yet.
        assertThat(cosignedSize(seen(kept(receiver.receive(gateway.send("two"))))))
                .isEqualTo(1);
        gateway.heard(first);
        String third = seen(kept(receiver.receive(gateway.send("three"))));
        assertThat(cosignedSize(third)).isEqualTo(3);
        // Proved from the first one only: somebody could have shown two continuations of that.
        String fourth = seen(kept(receiver(folder).receive(gateway.send("four"))));
        assertThat(cosignedSize(fourth)).isEqualTo(3);
        // The third's own receipt may have been lost: any later one will do.
        gateway.heard(fourth);
        assertThat(cosignedSize(seen(kept(receiver(folder).receive(gateway.send("five"))))))
                .isEqualTo(5);
    }

    @Test
    void aCosignedCheckpointWhoseReceiptCouldNotBeKeptIsNamedByTheNext() throws Exception {
        gateway.heard(seen(kept(receiver(folder).receive(gateway.send("one")))));
        Receiver full = receiver(folder, step -> {
            throw new java.io.UncheckedIOException(new IOException("the disk is full"));
        });
        Incoming second = gateway.send("two");
        assertThatThrownBy(() -> full.receive(second)).isInstanceOf(java.io.UncheckedIOException.class);
        String third = seen(kept(receiver(folder).receive(gateway.send("three"))));
        assertThat(cosignedSize(third)).isEqualTo(2);
        gateway.heard(third);
        assertThat(cosignedSize(seen(kept(receiver(folder).receive(gateway.send("four"))))))
                .isEqualTo(4);
    }

    private static String seen(Reception.Kept kept) throws Exception {
        ReceiptCertificate certificate =
                ReceiptCertificate.load(Path.of("certs-example/forces/example-constabulary/receipts.pem"));
        return new CmsReceiptVerifier(Map.of(ExampleGateway.FORCE, List.of(certificate)))
                .attested(kept.receipt())
                .checkpoint()
                .orElseThrow();
    }

    private static long cosignedSize(String seen) throws Exception {
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(seen);
        assertThat(checkpoint.isCosigned()).isTrue();
        assertThat(checkpoint.cosignedAt(ExampleKeys.witnessKey())).isNotNull();
        return checkpoint.verify(ExampleKeys.ledgerKey()).size();
    }

    @Test
    void aTornLineOfTheLogIsCutOff() throws Exception {
        kept(receiver(folder).receive(gateway.send("one")));
        Files.writeString(folder.resolve(".ledger"), "release 2 c0ffee", java.nio.file.StandardOpenOption.APPEND);
        kept(receiver(folder).receive(gateway.send("two")));
        assertThat(Files.readAllLines(folder.resolve(".ledger"))).hasSize(5).noneMatch(line -> line.contains("c0ffee"));
        kept(receiver(folder).receive(gateway.send("three")));
    }

    @Test
    void whatCannotBeKeptIsAFaultAndNotSetAside() throws Exception {
        Receiver receiver = receiver(folder);
        Incoming message = gateway.send("no room");
        DurableFiles.delete(folder.resolve(".incoming"));
        Files.writeString(folder.resolve(".incoming"), "a file where the folder was");
        assertThatThrownBy(() -> receiver.receive(message)).isInstanceOf(IOException.class);
        assertThat(folder.resolve(".refused")).isEmptyDirectory();
        Files.delete(folder.resolve(".incoming"));
        kept(receiver(folder).receive(message));
    }

    @Test
    void anotherEnvelopeForAKeptSubmissionIsSetAside() throws Exception {
        Incoming message = gateway.send("one");
        Reception.Kept kept = kept(receiver(folder).receive(message));
        new KeptRecord(Sha256.of(), kept.receipt())
                .write(folder.resolve(".kept").resolve(kept.id().toString()));
        assertThat(aside(receiver(folder).receive(message))).isEqualTo("another-envelope");
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}
