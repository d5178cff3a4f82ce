package io.tinyanalytics.pipeline.sessionize;

import org.apache.flink.api.common.state.MapState;

/** Keeps visitors in the job's state, under the current key. */
final class KeyedMemory implements VisitorMemory {

  private final MapState<Long, byte[]> visitors;
  private final MapState<Long, Long> seen;
  private final VisitorStateFormat format = new VisitorStateFormat();

  KeyedMemory(MapState<Long, byte[]> visitors, MapState<Long, Long> seen) {
    this.visitors = visitors;
    this.seen = seen;
  }

  @Override
  public VisitorState read(long visitor) throws Exception {
    byte[] state = visitors.get(visitor);
    return state == null ? VisitorState.NEW : format.read(state);
  }

  @Override
  public void write(long visitor, VisitorState state) throws Exception {
    visitors.put(visitor, format.write(state));
  }

  @Override
  public boolean remember(long hash, long sinceMillis, long appendedAtMillis) throws Exception {
    Long known = seen.get(hash);
    if (known != null && known >= sinceMillis) {
      return false;
    }
    seen.put(hash, appendedAtMillis);
    return true;
  }
}
