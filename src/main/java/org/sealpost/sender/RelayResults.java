package org.sealpost.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the trusted relay says of a letter (RFC 8601, section 2.2), topmost first. Immutable. */
record RelayResults(List<Result> all) {
    RelayResults {
        all = List.copyOf(all);
    }

    /**
     * @param method like {@code dkim}, in lower case
     * @param result like {@code pass}, in lower case
     * @param properties like {@code header.d}, keys and values in lower case
     */
    record Result(String method, String result, Map<String, String> properties) {
        /** Whether it is about that domain; an address is of its domain. */
        private boolean isAbout(String property, String domain) {
            String value = properties.getOrDefault(property, "");
            return value.substring(value.lastIndexOf('@') + 1).equals(domain);
        }
    }

    /** Nothing where the field is of another server, or is not to be understood. */
    static List<Result> parse(String authservId, String untrusted) {
        List<String> parts = parts(untrusted);
        String[] who = parts.get(0).strip().split("\\s+");
        boolean ours = unquoted(who[0]).equalsIgnoreCase(authservId) && (who.length == 1 || who[1].equals("1"));
        List<Result> results = new ArrayList<>();
        for (int i = 1; ours && i < parts.size(); i++) {
            result(parts.get(i)).ifPresent(results::add);
        }
        return results;
    }

    private static Optional<Result> result(String part) {
        String[] words = part.strip().replaceAll("\\s*=\\s*", "=").split("\\s+");
        String[] first = words[0].split("=", 2);
        if (first.length != 2) {
            return Optional.empty();
        }
        Map<String, String> properties = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            if (pair.length == 2) {
                properties.putIfAbsent(lower(pair[0]), lower(unquoted(pair[1])));
            }
        }
        String method = lower(first[0]).replaceFirst("/.*", "");
        return Optional.of(new Result(method, lower(first[1]), properties));
    }

    /** Cut at semicolons; comments, which nest, are dropped, and what stands in quotes is neither. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
                part.append(c);
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
                part.append(' ');
            } else if (c == ';' && !quoted && depth == 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (depth == 0) {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String unquoted(String word) {
        return word.replace("\"", "");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private Optional<Result> topmost(String method) {
        return all.stream().filter(r -> r.method().equals(method)).findFirst();
    }

    boolean dmarcFails() {
        return topmost("dmarc").filter(r -> r.result().equals("fail")).isPresent();
    }

    boolean dmarcPasses(String domain) {
        return topmost("dmarc")
                .filter(r -> r.result().equals("pass") && r.isAbout("header.from", domain))
                .isPresent();
    }

    /** A letter may have several DKIM signatures: one of the domain's own is enough. */
    boolean vouchesFor(String domain) {
        boolean dkim = all.stream()
                .anyMatch(r -> r.method().equals("dkim")
                        && r.result().equals("pass")
                        && (r.isAbout("header.d", domain) || r.isAbout("header.i", domain)));
        boolean spf = topmost("spf")
                .filter(r -> r.result().equals("pass") && r.isAbout("smtp.mailfrom", domain))
                .isPresent();
        return !dmarcFails() && (dmarcPasses(domain) || dkim || spf);
    }
}
