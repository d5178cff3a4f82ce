package io.tinyanalytics.pipeline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Each package is a room: what its lines may talk about, and what not. */
@AnalyzeClasses(packages = "io.tinyanalytics.pipeline", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String FLINK = "org.apache.flink..";
  private static final String KAFKA = "org.apache.kafka..";
  private static final String HTTP = "java.net.http..";

  @ArchTest
  static final ArchRule ROOMS_DO_NOT_LEAD_IN_A_CIRCLE =
      slices().matching("io.tinyanalytics.pipeline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule WHAT_TRAVELS_KNOWS_FLINK_ONLY_AS_BYTES =
      noClasses()
          .that()
          .resideInAPackage("..stream..")
          .and()
          .doNotHaveSimpleName("ShuffledType")
          .and()
          .haveSimpleNameNotEndingWith("Serializer")
          .and()
          .doNotHaveSimpleName("Snapshot")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FLINK);

  @ArchTest
  static final ArchRule WHAT_TRAVELS_KNOWS_NO_OTHER_ROOM =
      noClasses()
          .that()
          .resideInAPackage("..stream..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(KAFKA, HTTP, "org.apache.flink.api.common.state..")
                  .or(
                      resideInAnyPackage(
                          "..admit..",
                          "..enrich..",
                          "..sessionize..",
                          "..kafka..",
                          "..clickhouse..",
                          "..store..")));

  @ArchTest
  static final ArchRule ONLY_ITS_OPERATORS_CONNECT_A_RULE_WITH_FLINK =
      noClasses()
          .that()
          .haveNameMatching(".*\\.enrich\\.(?!EnrichFunction).*")
          .or()
          .haveNameMatching(".*\\.admit\\.(SeenEvents|EventValidator|Fence)")
          .or()
          .haveNameMatching(
              ".*\\.sessionize\\.(Visit|VisitRule|Visitors|VisitorDay|Hashes)(\\$.*)?")
          .or()
          .haveNameMatching(".*\\.progress\\.(Frontiers|PartitionFrontier.*|PartitionProgress)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FLINK, KAFKA, HTTP);

  @ArchTest
  static final ArchRule RULES_HAVE_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..enrich..", "..sessionize..", "..stream..", "..writer..", "..batch..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule ENRICHING_NEEDS_NO_SERVER =
      noClasses()
          .that()
          .resideInAPackage("..enrich..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HTTP, "..clickhouse..", "..kafka..", "..store..");

  @ArchTest
  static final ArchRule CLICKHOUSE_IS_ASKED_WITHOUT_FLINK =
      noClasses()
          .that()
          .resideInAPackage("..clickhouse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FLINK, KAFKA);

  @ArchTest
  static final ArchRule ONLY_CLICKHOUSE_SPEAKS_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackage("..clickhouse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HTTP);

  @ArchTest
  static final ArchRule WRITING_A_BATCH_NEEDS_NO_SERVER =
      noClasses()
          .that()
          .resideInAnyPackage("..store.writer..", "..store.batch..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("..clickhouse..").or(resideInAPackage("..committer..")));

  @ArchTest
  static final ArchRule ONLY_THE_SOURCE_KNOWS_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage("..kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KAFKA, "org.apache.flink.connector.kafka..");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      classes().should().haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|Base|Common)(\\$.*)?");
}
