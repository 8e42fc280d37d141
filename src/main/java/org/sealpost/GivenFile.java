package org.sealpost;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A file that somebody named to a command. */
final class GivenFile {
    private GivenFile() {}

    /** @throws ParameterException where there is none to read */
    static Path readable(CommandSpec command, Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new ParameterException(command.commandLine(), "there is no file to read at " + path);
        }
        return path;
    }
}
