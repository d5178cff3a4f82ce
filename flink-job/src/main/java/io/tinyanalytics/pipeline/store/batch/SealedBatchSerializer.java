package io.tinyanalytics.pipeline.store.batch;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The format of batches in checkpoints and savepoints, version {@value #VERSION}, big-endian:
 *
 * <pre>
 * token      2 × i64
 * table      u8
 * rows       i32
 * partition  i32
 * offset     i64
 * oldest     i64, not in version 1
 * block      the rest
 * </pre>
 */
public final class SealedBatchSerializer implements SimpleVersionedSerializer<SealedBatch> {

  private static final int VERSION = 2;
  private static final int VERSION_WITHOUT_OLDEST = 1;
  private static final int HEADER = 4 * Long.BYTES + Byte.BYTES + 2 * Integer.BYTES;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(SealedBatch batch) {
    return ByteBuffer.allocate(HEADER + batch.block().length)
        .putLong(batch.token().getMostSignificantBits())
        .putLong(batch.token().getLeastSignificantBits())
        .put((byte) batch.table().id())
        .putInt(batch.rows())
        .putInt(batch.partition())
        .putLong(batch.offset())
        .putLong(batch.oldestMillis())
        .put(batch.block())
        .array();
  }

  @Override
  public SealedBatch deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION && version != VERSION_WITHOUT_OLDEST) {
      throw new IOException(
          "A batch in the checkpoint has format %d, this job reads 1 to %d: restore it with the job that wrote it"
              .formatted(version, VERSION));
    }
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      UUID token = new UUID(in.getLong(), in.getLong());
      StoreTable table = StoreTable.ofId(in.get());
      int rows = in.getInt();
      int partition = in.getInt();
      long offset = in.getLong();
      long oldest = version == VERSION_WITHOUT_OLDEST ? SealedBatch.UNKNOWN : in.getLong();
      byte[] block = new byte[in.remaining()];
      in.get(block);
      return new SealedBatch(token, table, rows, partition, offset, oldest, block, true);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("A batch in the checkpoint is damaged", e);
    }
  }
}
