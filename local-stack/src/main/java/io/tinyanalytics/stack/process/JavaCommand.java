package io.tinyanalytics.stack.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds command lines that start the JVM that runs this code. */
public final class JavaCommand {
  private JavaCommand() {}

  public static List<String> of(
      List<String> flags, String classpath, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classpath, mainClass));
    command.addAll(arguments);
    return List.copyOf(command);
  }

  /** A class path of only the jars or folders from which these classes were loaded. */
  public static String classpathOf(Class<?>... classes) {
    List<String> places = new ArrayList<>();
    for (var type : classes) {
      try {
        var source = type.getProtectionDomain().getCodeSource().getLocation();
        places.add(Path.of(source.toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(type + " was loaded from no file", e);
      }
    }
    return String.join(File.pathSeparator, places);
  }
}
