package io.tinyanalytics.bench.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A keep-alive connection with at most one request in flight. */
final class Connection implements AutoCloseable {
  private static final String ACCEPTED = "HTTP/1.1 202 ";
  private static final String LENGTH = "\r\nContent-Length: ";
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer answer = ByteBuffer.allocate(64 * 1024);
  private ByteBuffer request = ByteBuffer.allocate(0);
  private long due;

  private Connection(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    this.key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  static Connection open(int port, Selector selector) throws IOException {
    var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return new Connection(channel, selector);
  }

  /**
   * Sends a request.
   *
   * @param due when the request should have been sent, on the clock of {@link System#nanoTime}
   */
  void send(ByteBuffer request, long due) throws IOException {
    this.request = request.duplicate();
    this.due = due;
    write();
  }

  long due() {
    return due;
  }

  /**
   * Writes and reads what is possible without waiting. Returns whether the answer is now complete.
   */
  boolean proceed() throws IOException {
    if (key.isWritable()) {
      write();
    }
    return key.isReadable() && read();
  }

  private void write() throws IOException {
    channel.write(request);
    boolean rest = request.hasRemaining();
    key.interestOps(rest ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  private boolean read() throws IOException {
    if (channel.read(answer) < 0) {
      throw new IOException("The server closed a connection.");
    }
    var text = new String(answer.array(), 0, answer.position(), ISO_8859_1);
    int head = text.indexOf(END_OF_HEAD);
    if (head < 0) {
      return false;
    }
    if (!text.startsWith(ACCEPTED)) {
      throw new IOException("The server answered: " + text);
    }
    if (text.length() < head + END_OF_HEAD.length() + bodyLength(text)) {
      return false;
    }
    answer.clear();
    return true;
  }

  private static int bodyLength(String text) {
    int begin = text.indexOf(LENGTH) + LENGTH.length();
    return Integer.parseInt(text, begin, text.indexOf('\r', begin), 10);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
