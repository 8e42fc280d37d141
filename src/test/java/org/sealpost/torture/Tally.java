package org.sealpost.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a campaign has come to so far: its rounds, what does not agree, and the places that are known and were struck. Safe to share. */
final class Tally {
    private final long seed;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> struck = new TreeSet<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private int rounds;
    private int begun;
    private int faults;
    private int submissions;

    Tally(long seed) {
        this.seed = seed;
    }

    /** Whether one more of so many may begin, which counts it: none does after something did not agree. */
    synchronized boolean begins(int most) {
        if (!isClean() || begun == most) {
            return false;
        }
        begun++;
        return true;
    }

    synchronized boolean isOver(int most) {
        return begun == most;
    }

    /** Returns the round's number. */
    synchronized int ended(World world, boolean happened, Reckoning.Result result, String ledger) {
        known.addAll(world.met());
        struck.addAll(world.struck);
        lost.addAll(result.lost());
        doubled.addAll(result.doubled());
        unexplained.addAll(result.unexplained());
        if (!ledger.isEmpty()) {
            unexplained.add("the ledger does not verify: " + ledger);
        }
        faults += happened ? 1 : 0;
        return ++rounds;
    }

    synchronized void unexplained(String what) {
        unexplained.add(what);
    }

    synchronized void submissions(int more) {
        submissions += more;
    }

    synchronized boolean isStruck(String place) {
        return struck.contains(place);
    }

    synchronized boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && unexplained.isEmpty();
    }

    /** Up to so many places that were not struck yet, those first that were tried least. */
    synchronized List<String> open(int most, Predicate<String> possible, Random random) {
        List<String> chosen = new ArrayList<>(known);
        chosen.removeAll(struck);
        chosen.removeIf(possible.negate());
        Collections.shuffle(chosen, random);
        chosen.sort(Comparator.comparingInt(place -> tries.getOrDefault(place, 0)));
        List<String> first = List.copyOf(chosen.subList(0, Math.min(most, chosen.size())));
        first.forEach(place -> tries.merge(place, 1, Integer::sum));
        return first;
    }

    synchronized Outcome outcome() {
        Set<String> missing = new TreeSet<>(known);
        missing.removeAll(struck);
        return new Outcome(seed, rounds, faults, submissions, known.size(), missing, lost, doubled, unexplained);
    }
}
