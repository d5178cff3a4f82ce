package io.tinyanalytics.pipeline.sessionize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a {@link VisitorState} in the job's state. The first byte is the version. Times are
 * written as differences to the beginning of the visit, in as few bytes as they need.
 */
final class VisitorStateFormat {

  private static final int VERSION = 1;
  private static final int FIRST_CAPACITY = 512;
  private static final int BOT = 1;
  private static final int ENGAGED = 2;
  private static final int ENTERED = 4;

  private final DataOutputSerializer out = new DataOutputSerializer(FIRST_CAPACITY);
  private final DataInputDeserializer in = new DataInputDeserializer();

  byte[] write(VisitorState state) throws IOException {
    out.clear();
    out.writeByte(VERSION);
    out.writeLong(state.nextVisitor());
    Numbers.write(state.visits().size(), out);
    for (Visit visit : state.visits()) {
      write(visit);
    }
    Numbers.write(state.days().size(), out);
    for (VisitorDay day : state.days()) {
      write(day);
    }
    return out.getCopyOfBuffer();
  }

  /**
   * Reads a state.
   *
   * @throws IOException if a newer version of the job wrote it
   */
  VisitorState read(byte[] bytes) throws IOException {
    in.setBuffer(bytes);
    int version = in.readByte();
    if (version != VERSION) {
      throw new IOException("Version " + version + " of the state of visits is not known");
    }
    long nextVisitor = in.readLong();
    int visits = (int) Numbers.read(in);
    List<Visit> readVisits = new ArrayList<>(visits);
    for (int i = 0; i < visits; i++) {
      readVisits.add(readVisit());
    }
    int days = (int) Numbers.read(in);
    List<VisitorDay> readDays = new ArrayList<>(days);
    for (int i = 0; i < days; i++) {
      readDays.add(readDay());
    }
    return new VisitorState(nextVisitor, readVisits, readDays);
  }

  private void write(Visit visit) throws IOException {
    boolean entered = visit.entryPath() != null;
    out.writeByte(
        (visit.bot() ? BOT : 0) | (visit.engaged() ? ENGAGED : 0) | (entered ? ENTERED : 0));
    out.writeLong(visit.id());
    writeLongs(visit.visitors());
    Numbers.write(visit.day(), out);
    out.writeLong(visit.beganMillis());
    Numbers.write(visit.firstMillis() - visit.beganMillis(), out);
    Numbers.write(visit.lastMillis() - visit.beganMillis(), out);
    Numbers.write(visit.touchedMillis() - visit.beganMillis(), out);
    if (entered) {
      writeBytes(visit.entryPath());
      Numbers.write(visit.lastPageMillis() - visit.beganMillis(), out);
      writeBytes(visit.lastPath());
    }
    writeBytes(visit.attributes());
  }

  private Visit readVisit() throws IOException {
    int flags = in.readByte();
    boolean entered = (flags & ENTERED) != 0;
    long id = in.readLong();
    long[] visitors = readLongs();
    int day = (int) Numbers.read(in);
    long began = in.readLong();
    return new Visit(
        id,
        visitors,
        (flags & BOT) != 0,
        day,
        began,
        began + Numbers.read(in),
        began + Numbers.read(in),
        began + Numbers.read(in),
        (flags & ENGAGED) != 0,
        entered ? readBytes() : null,
        entered ? began + Numbers.read(in) : 0,
        entered ? readBytes() : null,
        readBytes());
  }

  private void write(VisitorDay day) throws IOException {
    out.writeBoolean(day.bot());
    Numbers.write(day.day(), out);
    out.writeLong(day.sinceMillis());
    Numbers.write(day.touchedMillis() - day.sinceMillis(), out);
    writeLongs(day.seen());
  }

  private VisitorDay readDay() throws IOException {
    boolean bot = in.readBoolean();
    int day = (int) Numbers.read(in);
    long since = in.readLong();
    return new VisitorDay(bot, day, since, since + Numbers.read(in), readLongs());
  }

  private void writeLongs(long[] values) throws IOException {
    Numbers.write(values.length, out);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  private long[] readLongs() throws IOException {
    long[] values = new long[(int) Numbers.read(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readLong();
    }
    return values;
  }

  private void writeBytes(byte @Nullable [] bytes) throws IOException {
    byte[] written = bytes == null ? new byte[0] : bytes;
    Numbers.write(written.length, out);
    out.write(written);
  }

  private byte[] readBytes() throws IOException {
    byte[] bytes = new byte[(int) Numbers.read(in)];
    in.readFully(bytes);
    return bytes;
  }
}
