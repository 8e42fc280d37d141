package org.sealpost.reading.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.sealpost.reading.Reading;

/** Holds readings against the published schema. Every reading of every test goes through here. */
public final class ReadingSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = load();

    private ReadingSchema() {}

    private static JsonSchema load() {
        try (InputStream in = Objects.requireNonNull(Reading.class.getResourceAsStream("reading.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the document; empty where it is valid. */
    public static List<String> problems(JsonNode reading) {
        return SCHEMA.validate(reading).stream().map(Object::toString).toList();
    }

    /** @throws AssertionError unless the document is a valid reading, which is given back parsed */
    public static JsonNode valid(byte[] json) {
        JsonNode reading = parse(json);
        List<String> problems = problems(reading);
        if (!problems.isEmpty()) {
            throw new AssertionError("not a valid reading: " + problems);
        }
        return reading;
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
