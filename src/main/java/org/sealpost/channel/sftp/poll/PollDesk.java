package org.sealpost.channel.sftp.poll;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
import org.apache.camel.component.file.FileConstants;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Original;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the route {@code sftp-poll} does with each file of one server. */
public final class PollDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PollDesk.class);

    private final PolledServer server;
    private final Admit admit;
    private final Clock clock;

    public PollDesk(PolledServer server, Admit admit, Clock clock) {
        this.server = server;
        this.admit = admit;
        this.clock = clock;
    }

    /**
     * Reads the file into memory, never more than the server's largest size.
     *
     * @throws IOException where it breaks off or has another length than was listed
     */
    public PolledFile take(
            @Body InputStream untrusted,
            @Header(FileConstants.FILE_NAME_ONLY) String name,
            @Header(FileConstants.FILE_LENGTH) long listed)
            throws IOException {
        try (untrusted) {
            if (listed > server.largest()) {
                return turnedAway(
                        name,
                        "too-large",
                        "The file is larger than the " + server.largest() + " bytes that are taken.");
            }
            byte[] content = untrusted.readNBytes(server.largest() + 1);
            if (content.length != listed) {
                throw new IOException("the file was written to while it was read");
            }
            return content.length == 0
                    ? turnedAway(name, "empty-file", "The file is empty.")
                    : new PolledFile(arrival(name, content), Optional.empty());
        }
    }

    /** Returns only after the commit. */
    public Verdict admit(@Body PolledFile file) {
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

    private PolledFile turnedAway(String name, String code, String sentence) {
        return new PolledFile(arrival(name, new byte[0]), Optional.of(new Refusal(code, sentence)));
    }

    private Arrival arrival(String name, byte[] content) {
        return new Arrival(
                server.partner(),
                server.force(),
                Channel.SFTP,
                server.name(),
                clock.instant(),
                List.of(new Original(name, Optional.empty(), Bytes.of(content))),
                new ReturnAddress.ByPolledServer(server.name(), name));
    }
}
