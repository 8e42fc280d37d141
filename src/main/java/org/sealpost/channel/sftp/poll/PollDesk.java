package org.sealpost.channel.sftp.poll;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.file.GenericFile;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Original;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the route {@code sftp-poll} does with each file of one server. */
public final class PollDesk {
    /** The property of an exchange that holds the listed file. */
    private static final String FILE = "CamelFileExchangeFile";

    private static final Logger LOG = LoggerFactory.getLogger(PollDesk.class);

    private final PolledServer server;
    private final Admit admit;
    private final Clock clock;
    private final Verdicts verdicts;

    PollDesk(PolledServer server, Admit admit, Clock clock, Verdicts verdicts) {
        this.server = server;
        this.admit = admit;
        this.clock = clock;
        this.verdicts = verdicts;
    }

    /**
     * Reads the file into memory, never more than the server's largest size.
     *
     * @throws IOException where it breaks off or has another length than was listed
     */
    public PolledFile take(@Body InputStream untrusted, @ExchangeProperty(FILE) GenericFile<?> listed)
            throws IOException {
        try (untrusted) {
            if (listed.getFileLength() > server.largest()) {
                return turnedAway(
                        listed,
                        "too-large",
                        "The file is larger than the " + server.largest() + " bytes that are taken.");
            }
            byte[] content = untrusted.readNBytes(server.largest() + 1);
            if (content.length != listed.getFileLength()) {
                throw new IOException("the file was written to while it was read");
            }
            return content.length == 0
                    ? turnedAway(listed, "empty-file", "The file is empty.")
                    : polled(listed, content, Optional.empty());
        }
    }

    /** Returns only after the commit. What was decided before and could only not be moved is not admitted again. */
    public Verdict admit(@Body PolledFile file) {
        Verdict verdict = verdicts.on(file.sighting()).orElseGet(() -> decide(file));
        verdicts.keep(file.sighting(), verdict);
        return verdict;
    }

    private Verdict decide(PolledFile file) {
        Admission admission = file.turnedAway().isPresent()
                ? admit.refuse(file.arrival(), file.turnedAway().get())
                : admit.admit(file.arrival(), Admit.Progress.NOBODY);
        if (admission instanceof Admission.Admitted admitted) {
            LOG.info("a file from {} is in custody as {}", server, admitted.reference());
            return new Verdict.Handled(admitted.reference());
        }
        Refusal why = ((Admission.Refused) admission).why();
        LOG.info("a file from {} was refused: {}", server, why.code());
        return new Verdict.Refused(why.code());
    }

    /** After a fault. */
    public Verdict leave(@ExchangeException Exception fault) {
        LOG.error(
                "a file from {} could not be taken and stays there: {}",
                server,
                fault.getClass().getName());
        return new Verdict.Left();
    }

    private PolledFile turnedAway(GenericFile<?> listed, String code, String sentence) {
        return polled(listed, new byte[0], Optional.of(new Refusal(code, sentence)));
    }

    private PolledFile polled(GenericFile<?> listed, byte[] content, Optional<Refusal> turnedAway) {
        String name = listed.getFileNameOnly();
        Verdicts.Sighting sighting =
                new Verdicts.Sighting(name, listed.getFileLength(), listed.getLastModified(), Sha256.of(content));
        return new PolledFile(arrival(name, content), sighting, turnedAway);
    }

    private Arrival arrival(String name, byte[] content) {
        return new Arrival(
                server.partner(),
                server.force(),
                Channel.SFTP,
                server.name(),
                clock.instant(),
                List.of(new Original(name, Optional.empty(), Bytes.of(content))),
                new ReturnAddress.ByPolledServer(server.name(), name),
                new Source.File(name));
    }
}
