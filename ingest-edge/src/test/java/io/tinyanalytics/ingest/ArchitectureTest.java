package io.tinyanalytics.ingest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each room holds one kind of line. */
@AnalyzeClasses(packages = "io.tinyanalytics.ingest", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String[] HTTP = {"jakarta.servlet..", "org.eclipse.jetty.."};
  private static final String[] DECISIONS = {
    "..ingest.refusal..",
    "..ingest.auth..",
    "..ingest.identity..",
    "..ingest.intake..",
    "..ingest.publish.."
  };

  @ArchTest
  static final ArchRule kafkaIsKnownToItsRoomAlone =
      noClasses()
          .that(not(resideInAPackage("..ingest.kafka..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule decisionsKnowNoHttpAndNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(DECISIONS)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(HTTP)
                  .or(
                      resideInAnyPackage(
                          "io.dropwizard..", "..ingest.http..", "..ingest.kafka..")));

  @ArchTest
  static final ArchRule httpIsKnownToItsRoomsAlone =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "..ingest.http..", "..ingest.metrics..", "io.tinyanalytics.ingest")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HTTP);

  @ArchTest
  static final ArchRule theOnlyOtherModulesAreTheWireAndTheKit =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.tinyanalytics..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "io.tinyanalytics.ingest..",
                              "io.tinyanalytics.event..",
                              "io.tinyanalytics.service.."))));

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("io.tinyanalytics.ingest.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      classes().should().haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|Base|Common)");
}
