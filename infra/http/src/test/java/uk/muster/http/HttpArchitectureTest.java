package uk.muster.http;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "uk.muster.http", importOptions = ImportOption.DoNotIncludeTests.class)
class HttpArchitectureTest {

    @ArchTest
    static final ArchRule everything_may_refuse_and_problems_know_nothing_else = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("configuration")
            .definedBy("uk.muster.http")
            .layer("openapi")
            .definedBy("uk.muster.http.openapi")
            .layer("identity")
            .definedBy("uk.muster.http.identity")
            .layer("body")
            .definedBy("uk.muster.http.body")
            .layer("convention")
            .definedBy("uk.muster.http.convention")
            .layer("problem")
            .definedBy("uk.muster.http.problem")
            .whereLayer("configuration")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("openapi")
            .mayOnlyBeAccessedByLayers("configuration")
            .whereLayer("identity")
            .mayOnlyBeAccessedByLayers("configuration", "openapi")
            .whereLayer("body")
            .mayOnlyBeAccessedByLayers("configuration")
            .whereLayer("convention")
            .mayOnlyBeAccessedByLayers("configuration", "body")
            .whereLayer("problem")
            .mayOnlyBeAccessedByLayers("configuration", "identity", "body", "convention");

    @ArchTest
    static final ArchRule what_the_services_share_knows_no_service = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("uk.muster..")
                    .and(not(resideInAnyPackage("uk.muster.http..", "uk.muster.kernel.."))));
}
