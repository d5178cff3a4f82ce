package io.tinyanalytics.query.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** A store whose next answer the test decides, and which remembers what it was asked. */
final class FakeReports implements Reports {
  private final List<ReportRequest> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile Callable<List<Figure>> next = List::of;

  void answerWith(Figure... figures) {
    next = () -> List.of(figures);
  }

  void answerBy(Callable<List<Figure>> answer) {
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
  public List<Figure> answer(ReportRequest request) {
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
