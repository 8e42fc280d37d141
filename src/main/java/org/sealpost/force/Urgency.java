package org.sealpost.force;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.sealpost.submission.Bytes;

/** Looks up whether a reading says urgent. */
final class Urgency {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Urgency() {}

    /** False where the reading does not say so, or cannot be read. */
    static boolean of(Bytes submissionJson) {
        try {
            return JSON.readTree(submissionJson.array())
                    .at("/data/attributes/urgent")
                    .asBoolean(false);
        } catch (IOException e) {
            // It is kept all the same: understanding is optional.
            return false;
        }
    }
}
