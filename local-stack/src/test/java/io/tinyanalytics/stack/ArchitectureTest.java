package io.tinyanalytics.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.tinyanalytics.stack",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNoServiceAndNoJob =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tinyanalytics.ingest..",
              "io.tinyanalytics.pipeline..",
              "io.tinyanalytics.query..",
              "org.apache.flink..");

  @ArchTest
  static final ArchRule roomsFormNoCycle =
      slices().matching("io.tinyanalytics.stack.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theEngineStandsAlone =
      classes()
          .that()
          .resideInAPackage("..stack.engine..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.sun.jna..", "org.jspecify..", "io.tinyanalytics.stack.engine..");

  @ArchTest
  static final ArchRule onlyCommandsSuperviseAndDecideWhatToPrint =
      noClasses()
          .that()
          .resideInAnyPackage("..process..", "..flink..", "..schema..", "..topic..", "..state..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..supervise..", "..command..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl");
}
