package io.tinyanalytics.bench.dedupe;

import org.apache.flink.state.rocksdb.RocksDBMemoryControllerUtils.RocksDBMemoryFactory;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Cache;
import org.rocksdb.WriteBufferManager;

/** Gives RocksDB its memory as Flink does, and knows how much of it is in use. */
final class RocksDbMemory implements RocksDBMemoryFactory {
  private @Nullable Cache cache;

  /** Whether the state is in RocksDB. */
  boolean isThere() {
    return cache != null;
  }

  /** Bytes of blocks, indexes, filters and write buffers. */
  long used() {
    return cache == null ? 0 : cache.getUsage();
  }

  @Override
  public Cache createCache(long capacity, double highPriorityRatio) {
    var created = DEFAULT.createCache(capacity, highPriorityRatio);
    cache = created;
    return created;
  }

  @Override
  public WriteBufferManager createWriteBufferManager(long capacity, Cache within) {
    return DEFAULT.createWriteBufferManager(capacity, within);
  }
}
