package io.tinyanalytics.stack.process;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of the product's HTTP services: the jar of its module, with its settings file in config/. */
public final class ServicePart implements Part {
  /** The heap flag of the JVM. With this limit a service stays below 512 MB in total. */
  public static final String HEAP = "-Xmx384m";

  private final String name;
  private final String mainClass;
  private final Folders folders;
  private final Map<String, String> environment;
  private final List<Integer> ports;
  private final HttpProbe healthz;

  /**
   * Describes the service.
   *
   * @param name the name of the module and of its settings file
   * @param ports the application port first, then the admin port
   */
  public ServicePart(
      String name,
      String mainClass,
      Folders folders,
      Map<String, String> environment,
      List<Integer> ports) {
    this.name = name;
    this.mainClass = mainClass;
    this.folders = folders;
    this.environment = Map.copyOf(environment);
    this.ports = List.copyOf(ports);
    this.healthz = new HttpProbe(URI.create("http://127.0.0.1:" + ports.get(0) + "/healthz"));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Integer> ports() {
    return ports;
  }

  @Override
  public void requireInstalled() {
    if (!Files.isRegularFile(jar())) {
      throw new IllegalStateException(
          jar() + " is not built: run `mvn -DskipTests package` in the repository's root.");
    }
  }

  @Override
  public Launch launch() {
    var classpath = jar() + ":" + JarFolder.of(jar().resolveSibling("lib"));
    var arguments = List.of("server", "config/" + name + ".yml");
    var command = JavaCommand.of(List.of(HEAP), classpath, mainClass, arguments);
    var log = folders.logs().resolve(name + ".log");
    return new Launch(command, environment, folders.repository(), log, log);
  }

  @Override
  public boolean healthy() {
    return healthz.answers();
  }

  private Path jar() {
    return folders.programs().resolve(name + "/target/" + name + ".jar");
  }
}
