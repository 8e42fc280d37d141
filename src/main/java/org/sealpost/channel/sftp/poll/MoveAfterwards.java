package org.sealpost.channel.sftp.poll;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.support.service.ServiceSupport;
import org.sealpost.channel.sftp.SafeName;

/**
 * Moves a file on its server once there is a {@link Verdict}, under a name nobody had before: reference or code, time, and
 * the old name. Camel's own strategy deletes what already has the new name, and logs names of files; this does neither.
 */
public final class MoveAfterwards extends ServiceSupport implements GenericFileProcessStrategy<Object> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Verdicts verdicts;

    MoveAfterwards(Clock clock, Verdicts verdicts) {
        this.clock = clock;
        this.verdicts = verdicts;
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<Object> server, GenericFileEndpoint<Object> endpoint) {}

    @Override
    public boolean begin(
            GenericFileOperations<Object> server,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        return true;
    }

    @Override
    public void abort(
            GenericFileOperations<Object> server,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        server.releaseRetrievedFileResources(exchange);
    }

    @Override
    public void commit(
            GenericFileOperations<Object> server,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        server.releaseRetrievedFileResources(exchange);
        Object verdict = exchange.getMessage().getBody();
        if (verdict instanceof Verdict.Handled handled) {
            move(server, file, "handled", handled.reference().value());
        } else if (verdict instanceof Verdict.Refused refused) {
            move(server, file, "needs-a-person", refused.code());
        }
    }

    @Override
    public void rollback(
            GenericFileOperations<Object> server,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file) {
        server.releaseRetrievedFileResources(exchange);
    }

    private void move(GenericFileOperations<Object> server, GenericFile<Object> file, String folder, String why) {
        String path = file.getParent() + "/" + folder;
        String name = why + "." + TIME.format(clock.instant()) + "." + SafeName.of(file.getFileNameOnly());
        server.buildDirectory(path, file.isAbsolute());
        if (!server.renameFile(file.getAbsoluteFilePath(), path + "/" + name)) {
            throw new GenericFileOperationFailedException("the file could not be moved");
        }
        verdicts.moved(file.getFileNameOnly());
    }
}
