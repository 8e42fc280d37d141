package org.sealpost.sender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keys in a folder, for domains whose keys somebody has checked by hand, or where no name server may be asked: a file
 * {@code SELECTOR._domainkey.DOMAIN.txt}, in lower case, with the record as it stands in the DNS. Asks no network.
 */
public record KeyFolder(Path folder) implements DkimKeys {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");

    @Override
    public List<String> records(String untrustedSelector, String untrustedDomain) throws KeysOutOfReachException {
        String name = (untrustedSelector + "._domainkey." + untrustedDomain).toLowerCase(Locale.ROOT);
        Path file = folder.resolve(NAME.matcher(name).matches() ? name + ".txt" : "none");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return List.of(Files.readString(file, StandardCharsets.ISO_8859_1)
                    .replaceAll("[\\r\\n]+", "")
                    .strip());
        } catch (IOException e) {
            throw new KeysOutOfReachException("a key file cannot be read");
        }
    }
}
