package org.sealpost.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The walls of the house under a base package, each by its name. The fixtures stand under base packages of their own. */
final class Walls {
    /** What each room may stand on. The root and the demonstration may stand on everything. */
    private static final Map<String, Set<String>> FLOORS = Map.ofEntries(
            Map.entry("submission", Set.of()),
            Map.entry("transport", Set.of()),
            Map.entry("identity", Set.of("submission")),
            Map.entry("reading", Set.of("submission")),
            Map.entry("envelope", Set.of("submission")),
            Map.entry("ledger", Set.of("submission")),
            Map.entry("delivery", Set.of("submission", "reading", "envelope", "ledger")),
            Map.entry("store", Set.of("submission", "identity", "reading", "envelope", "ledger", "delivery")),
            Map.entry("sender", Set.of("submission")),
            Map.entry("channel", Set.of("submission", "delivery", "sender")),
            Map.entry("web", Set.of("submission", "identity", "delivery")),
            Map.entry("force", Set.of("submission", "envelope", "ledger")));

    /** Which rooms alone may use a library. An empty name is the root package itself, which wires. */
    private static final Map<String, Map.Entry<Set<String>, List<String>>> TENANTS = new LinkedHashMap<>();

    static {
        TENANTS.put(
                "documents",
                Map.entry(Set.of("reading"), List.of("org.apache.tika", "org.apache.pdfbox", "org.apache.poi")));
        TENANTS.put("cryptography", Map.entry(Set.of("envelope", "ledger", "sender"), List.of("org.bouncycastle")));
        TENANTS.put("letters", Map.entry(Set.of("sender"), List.of("org.apache.james.jdkim", "org.xbill.DNS")));
        TENANTS.put(
                "sql",
                Map.entry(
                        Set.of("store"), List.of("java.sql", "javax.sql", "org.springframework.jdbc", "org.flywaydb")));
        TENANTS.put(
                "routes",
                Map.entry(
                        Set.of("channel", "demo", ""), List.of("org.apache.camel", "jakarta.mail", "org.apache.sshd")));
        TENANTS.put("broker", Map.entry(Set.of("channel", "force"), List.of("jakarta.jms", "org.apache.activemq")));
        TENANTS.put(
                "pages",
                Map.entry(
                        Set.of("web", ""),
                        List.of("org.springframework.web", "org.springframework.security", "jakarta.servlet")));
        TENANTS.put(
                "frame",
                Map.entry(Set.of("web", ""), List.of("org.springframework.boot", "org.springframework.context")));
        TENANTS.put("demonstration", Map.entry(Set.of("demo"), List.of("com.icegreen")));
    }

    private Walls() {}

    static Map<String, ArchRule> under(String base) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        FLOORS.forEach((room, below) -> rules.put("floor of " + room, floor(base, room, below)));
        TENANTS.forEach((name, tenancy) ->
                rules.put("tenants of " + name, tenants(base, tenancy.getKey(), tenancy.getValue())));
        rules.put("no store rooms", noStoreRooms(base));
        rules.put(
                "no cycles among readers",
                slices().matching(base + ".reading.(**)")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true));
        rules.put("no cycles", slices().matching(base + ".(*)..").should().beFreeOfCycles());
        return rules;
    }

    private static ArchRule floor(String base, String room, Set<String> below) {
        List<String> allowed = new ArrayList<>();
        allowed.add(base + "." + room + "..");
        below.forEach(other -> allowed.add(base + "." + other + ".."));
        return noClasses()
                .that()
                .resideInAPackage(base + "." + room + "..")
                .should()
                .dependOnClassesThat(inside(base)
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new)))))
                .allowEmptyShould(true);
    }

    private static ArchRule tenants(String base, Set<String> rooms, List<String> libraries) {
        String[] packages = rooms.stream()
                .map(room -> room.isEmpty() ? base : base + "." + room + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .and()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.stream().map(p -> p + "..").toArray(String[]::new))
                .allowEmptyShould(true);
    }

    private static ArchRule noStoreRooms(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .resideOutsideOfPackages("..common..", "..util..", "..utils..", "..helper..", "..impl..", "..service..")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> inside(String base) {
        return describe(
                "are inside " + base,
                type -> type.getPackageName().equals(base)
                        || type.getPackageName().startsWith(base + "."));
    }
}
