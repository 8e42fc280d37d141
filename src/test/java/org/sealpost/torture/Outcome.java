package org.sealpost.torture;

import java.util.List;
import java.util.Set;

/** What a campaign has come to. */
record Outcome(
        long seed,
        int rounds,
        int faults,
        int submissions,
        int failpoints,
        Set<String> notStruck,
        List<String> lost,
        List<String> doubled,
        List<String> unexplained) {
    boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && unexplained.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lost.forEach(l -> text.append("LOST ").append(l).append('\n'));
        doubled.forEach(d -> text.append("DOUBLED ").append(d).append('\n'));
        unexplained.forEach(u -> text.append("UNEXPLAINED ").append(u).append('\n'));
        text.append("failpoints: ")
                .append(failpoints - notStruck.size())
                .append(" of ")
                .append(failpoints);
        notStruck.forEach(n -> text.append("\n  not struck: ").append(n));
        return text.append("\nrounds ")
                .append(rounds)
                .append(", faults ")
                .append(faults)
                .append(", submissions ")
                .append(submissions)
                .append(", lost ")
                .append(lost.size())
                .append(", doubled ")
                .append(doubled.size())
                .append(", unexplained ")
                .append(unexplained.size())
                .append("; seed ")
                .append(seed)
                .toString();
    }
}
