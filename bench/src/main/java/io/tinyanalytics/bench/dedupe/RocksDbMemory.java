package io.tinyanalytics.bench.dedupe;

import org.apache.flink.state.rocksdb.RocksDBMemoryControllerUtils.RocksDBMemoryFactory;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Cache;
import org.rocksdb.WriteBufferManager;

/** Allocates RocksDB's memory as Flink does, and measures how much of it is in use. */
final class RocksDbMemory implements RocksDBMemoryFactory {
  private @Nullable Cache cache;

  /** Whether RocksDB has allocated memory, that is, whether the state is in RocksDB. */
  boolean isThere() {
    return cache != null;
  }

  /** The bytes of blocks, indexes, filters and write buffers in use. */
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
