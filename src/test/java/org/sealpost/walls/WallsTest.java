package org.sealpost.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sealpost");

    /** Every rule, and the fixture under {@code broken} that must break it and it alone. */
    private static final Map<String, String> BROKEN = Map.ofEntries(
            Map.entry("floor of submission", "broken.submissionclimbs"),
            Map.entry("floor of transport", "broken.transportclimbs"),
            Map.entry("floor of identity", "broken.identityclimbs"),
            Map.entry("floor of reading", "broken.readingclimbs"),
            Map.entry("floor of envelope", "broken.envelopeclimbs"),
            Map.entry("floor of ledger", "broken.ledgerclimbs"),
            Map.entry("floor of delivery", "broken.deliveryclimbs"),
            Map.entry("floor of store", "broken.storeclimbs"),
            Map.entry("floor of sender", "broken.senderclimbs"),
            Map.entry("floor of channel", "broken.channelclimbs"),
            Map.entry("floor of web", "broken.webclimbs"),
            Map.entry("floor of force", "broken.forceclimbs"),
            Map.entry("tenants of documents", "broken.documents"),
            Map.entry("tenants of cryptography", "broken.cryptography"),
            Map.entry("tenants of letters", "broken.letters"),
            Map.entry("tenants of sql", "broken.sql"),
            Map.entry("tenants of routes", "broken.routes"),
            Map.entry("tenants of broker", "broken.broker"),
            Map.entry("tenants of pages", "broken.pages"),
            Map.entry("tenants of frame", "broken.frame"),
            Map.entry("tenants of demonstration", "broken.demonstration"),
            Map.entry("no store rooms", "broken.storerooms"),
            Map.entry("no cycles among readers", "broken.readercycles"),
            Map.entry("no cycles", "broken.cycles"));

    @Test
    void everyWallStands() {
        Walls.under("org.sealpost").forEach((name, rule) -> rule.as(name).check(HOUSE));
    }

    @Test
    void everyWallIsBrokenByItsFixtureAndByNoOther() {
        assertThat(BROKEN.keySet()).isEqualTo(Walls.under("org.sealpost").keySet());
        BROKEN.forEach((broken, base) -> {
            JavaClasses fixture = new ClassFileImporter().importPackages(base);
            assertThat(fixture).as(base).isNotEmpty();
            for (Map.Entry<String, ArchRule> rule : Walls.under(base).entrySet()) {
                boolean holds = !rule.getValue().evaluate(fixture).hasViolation();
                assertThat(holds)
                        .as("%s under %s", rule.getKey(), base)
                        .isEqualTo(!rule.getKey().equals(broken));
            }
        });
    }

    @Test
    void everyRoomSaysWhatItIsForAndForbidsNull() {
        TreeSet<String> packages = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            packages.add(type.getPackageName());
        }
        assertThat(packages).isNotEmpty().allSatisfy(name -> assertThatCode(() -> {
                    Class<?> info = Class.forName(name + ".package-info");
                    assertThat(info.isAnnotationPresent(NullMarked.class)).isTrue();
                })
                .doesNotThrowAnyException());
    }
}
