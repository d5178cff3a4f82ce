package io.tinyanalytics.stack.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.stream.Stream;

/**
 * Asks a broker for its API versions; no answer within 3 s means no. It connects only to the given
 * address. Kafka's own client would continue with the address that the broker advertises.
 */
public final class KafkaProbe {
  private static final int PATIENCE_MS = 3_000;
  private static final int API_VERSIONS = 18;
  private static final int CORRELATION = 4711;
  private static final int REQUEST_BYTES = 10;
  private static final int NO_CLIENT_ID = -1;

  private final String brokers;

  public KafkaProbe(String brokers) {
    this.brokers = brokers;
  }

  /** Whether at least one of the brokers answers. */
  public boolean answers() {
    return Stream.of(brokers.split(",")).map(String::strip).anyMatch(KafkaProbe::answers);
  }

  private static boolean answers(String broker) {
    var colon = broker.lastIndexOf(':');
    var host = broker.substring(0, Math.max(colon, 0));
    try (var socket = new Socket()) {
      var port = Integer.parseInt(broker.substring(colon + 1));
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      ask(new DataOutputStream(socket.getOutputStream()));
      var answer = new DataInputStream(socket.getInputStream());
      return answer.readInt() > 0 && answer.readInt() == CORRELATION && answer.readShort() == 0;
    } catch (IOException | IllegalArgumentException notServing) {
      return false;
    }
  }

  private static void ask(DataOutputStream broker) throws IOException {
    broker.writeInt(REQUEST_BYTES);
    broker.writeShort(API_VERSIONS);
    broker.writeShort(0);
    broker.writeInt(CORRELATION);
    broker.writeShort(NO_CLIENT_ID);
    broker.flush();
  }
}
