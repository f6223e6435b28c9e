package uk.muster.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whoever checks a ledger with this trusts a JDK and this module, and nothing of what wrote the ledger. */
@AnalyzeClasses(packages = "uk.muster.verifier", importOptions = DoNotIncludeTests.class)
class VerifierArchitectureTest {

    @ArchTest
    static final ArchRule NEEDS_NOTHING_BUT_A_JDK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("uk.muster.verifier..", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule WHAT_IT_BUILDS_ON_KNOWS_NO_EVENTS = noClasses()
            .that()
            .resideInAnyPackage("uk.muster.verifier.json", "uk.muster.verifier.proof")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("uk.muster.verifier");
}
