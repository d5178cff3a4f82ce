package io.tinyanalytics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tinyanalytics.audit.PartitionReport.DoubledOffset;
import io.tinyanalytics.audit.ValueReport.Difference;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ReportsTest {
  private static final PartitionReport CLEAN =
      new PartitionReport(
          0, new OffsetRange(0, 1200), 1190, reasons(), 0, 0, 0, List.of(), List.of());
  private static final PartitionReport BROKEN =
      new PartitionReport(
          1,
          new OffsetRange(7, 27),
          13,
          new TreeMap<>(Map.of("duplicate", 2L)),
          2,
          4,
          1,
          List.of(new OffsetRange(9, 10), new OffsetRange(14, 17)),
          List.of(new DoubledOffset(12, 2)));

  private static final ValueReport DIFFERENT =
      new ValueReport(1200, 1, List.of(new Difference(0, 42, List.of("url", "props"))));

  @Test
  void printsATableAndTheVerdict() {
    assertThat(TextReport.of(new AuditReport(List.of(CLEAN), null)))
        .isEqualTo(
            """
            partition  begin   end  events  duplicate  conflict  malformed  internal_error  unknown_site  in flight  missing  double
                    0      0  1200    1190          8         0          0               0             2          0        0       0
                total         1200    1190          8         0          0               0             2          0        0       0
            Clean: nothing is missing and nothing stands twice.
            """);
  }

  @Test
  void namesPartitionAndOffsetOfEachFinding() {
    assertThat(TextReport.of(new AuditReport(List.of(CLEAN, BROKEN), null)))
        .endsWith(
            """
            missing: partition 1, offset 9
            missing: partition 1, offsets 14-16
            double: partition 1, offset 12 stands in 2 rows
            Not clean: 4 missing, 1 double. 2 messages are in flight: audit again to judge them.
            """);
  }

  @Test
  void printsJsonForPrograms() {
    assertThat(JsonReport.of(new AuditReport(List.of(BROKEN), null)))
        .isEqualTo(
            """
            {"clean":false,"messages":20,"events":13,"discards":{"duplicate":2},"in_flight":2,\
            "missing":4,"double":1,"partitions":[{"partition":1,"begin":7,"end":27,"events":13,\
            "discards":{"duplicate":2},"in_flight":2,"missing":4,"double":1,\
            "missing_offsets":[{"first":9,"last":9},{"first":14,"last":16}],\
            "double_offsets":[{"offset":12,"rows":2}]}]}
            """);
  }

  @Test
  void namesPartitionOffsetAndFieldsOfEachDifference() {
    var report = new AuditReport(List.of(CLEAN), DIFFERENT);

    assertThat(TextReport.of(report))
        .endsWith(
            """
            different: partition 0, offset 42: url, props
            values: 1200 messages compared with their rows, 1 different.
            Not clean: 0 missing, 0 double, 1 different.
            """);
    assertThat(JsonReport.of(report))
        .startsWith("{\"clean\":false,")
        .endsWith(
            """
            "values":{"compared":1200,"different":1,"differences":\
            [{"partition":0,"offset":42,"fields":["url","props"]}]}}
            """);
  }

  private static SortedMap<String, Long> reasons() {
    return new TreeMap<>(Map.of("duplicate", 8L, "unknown_site", 2L));
  }
}
