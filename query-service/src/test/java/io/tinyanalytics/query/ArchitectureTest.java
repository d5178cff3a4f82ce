package io.tinyanalytics.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tinyanalytics.query", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule DEPENDS_ON_NO_OTHER_MODULE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tinyanalytics.event..",
              "io.tinyanalytics.ingest..",
              "io.tinyanalytics.pipeline..",
              "io.tinyanalytics.stack..");

  @ArchTest
  static final ArchRule HTTP_KNOWS_NO_SQL =
      noClasses()
          .that()
          .resideInAnyPackage("..query.reports..", "..query.access..", "..query.errors..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "com.clickhouse..", "..query.clickhouse..");

  @ArchTest
  static final ArchRule SQL_KNOWS_NO_HTTP =
      noClasses()
          .that()
          .resideInAPackage("..query.clickhouse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule ONLY_ONE_ROOM_KNOWS_THE_DRIVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("..query.clickhouse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.clickhouse..");

  @ArchTest
  static final ArchRule ONLY_THE_WIRING_AND_ONE_ROOM_KNOW_PROMETHEUS =
      noClasses()
          .that()
          .resideOutsideOfPackages("..query.metrics..", "io.tinyanalytics.query")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.prometheus..");

  @ArchTest
  static final ArchRule ROOMS_FORM_NO_CYCLE =
      slices().matching("io.tinyanalytics.query.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Base|Common)(\\$.*)?");
}
