package uk.muster.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;

/** The published language depends on the platform and a JSON library, and on nothing that is built with it. */
@AnalyzeClasses(packages = "uk.muster.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class KernelArchitectureTest {

    @ArchTest
    static final ArchRule the_kernel_needs_the_platform_and_json_alone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "uk.muster.kernel..",
                    "java..",
                    "javax.crypto..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule it_reads_no_database_and_no_clock = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("uk.muster.kernel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_law_knows_no_events = noClasses()
            .that()
            .resideInAnyPackage(
                    "uk.muster.kernel.identity..",
                    "uk.muster.kernel.code..",
                    "uk.muster.kernel.calendar..",
                    "uk.muster.kernel.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("uk.muster.kernel.event..", "uk.muster.kernel.sealing..");

    @ArchTest
    static final ArchRule every_package_says_where_null_may_be = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(item, marked, item.getName()));
                }
            });
}
