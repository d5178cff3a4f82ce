package io.tinyanalytics.bench.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Sends the head of a request and then its body byte by byte. Starts again when it is cut off. */
final class SlowSender {
  private static final byte[] HEAD =
      """
      POST /v1/collect HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/json\r
      X-TA-API-Key: dev-site-1-key\r
      Content-Length: 1000\r
      \r
      """
          .getBytes(US_ASCII);

  private final int port;
  private Socket socket = new Socket();

  SlowSender(int port) {
    this.port = port;
  }

  void sendByte() {
    try {
      if (socket.isClosed() || !socket.isConnected()) {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(HEAD);
      }
      socket.getOutputStream().write(' ');
    } catch (IOException cutOff) {
      close();
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException closed) {
      // the connection is closed either way
    }
  }
}
