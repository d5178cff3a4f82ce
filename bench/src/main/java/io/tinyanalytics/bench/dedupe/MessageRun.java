package io.tinyanalytics.bench.dedupe;

import com.sun.management.OperatingSystemMXBean;
import io.tinyanalytics.pipeline.stream.RawMessage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntToLongFunction;

/** Passes messages to a task in the order of their offsets, and measures the CPU time. */
final class MessageRun {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int AT_ONCE = 10_000;

  private final AdmitTask task;
  private long offset;

  MessageRun(AdmitTask task) {
    this.task = task;
  }

  /**
   * Passes this many messages to the task and returns the CPU microseconds per message. This is the
   * CPU of the whole process, including RocksDB's threads and the garbage collector, but without
   * creating the messages.
   */
  double cpuMicros(IntToLongFunction event, int messages) throws Exception {
    long cpu = -PROCESS.getProcessCpuTime();
    for (int begin = 0; begin < messages; begin += AT_ONCE) {
      long making = -THREADS.getCurrentThreadCpuTime();
      var some = make(event, begin, Math.min(begin + AT_ONCE, messages));
      making += THREADS.getCurrentThreadCpuTime();
      for (var message : some) {
        task.decide(message);
      }
      cpu -= making;
    }
    cpu += PROCESS.getProcessCpuTime();
    return cpu / 1e3 / messages;
  }

  private RawMessage[] make(IntToLongFunction event, int begin, int end) {
    var messages = new RawMessage[end - begin];
    for (int i = begin; i < end; i++) {
      messages[i - begin] = Messages.message(event.applyAsLong(i), offset++);
    }
    return messages;
  }
}
