package io.tinyanalytics.query.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A store whose next answer the test decides, and which remembers what it was asked. */
final class FakeReports implements Reports {
  private final List<ReportRequest> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile Callable<Answer> next = () -> new Answer(null, List.of());

  void answerWith(Figure... figures) {
    answerAsOf(null, figures);
  }

  void answerAsOf(@Nullable Instant dataAsOf, Figure... figures) {
    next = () -> new Answer(dataAsOf, List.of(figures));
  }

  void answerBy(Callable<Answer> answer) {
    next = answer;
  }

  void fail(RuntimeException failure) {
    next =
        () -> {
          throw failure;
        };
  }

  List<ReportRequest> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Answer answer(ReportRequest request) {
    asked.add(request);
    try {
      return next.call();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }
}
