package io.tinyanalytics.stack.flink;

import io.tinyanalytics.stack.process.Folders;
import io.tinyanalytics.stack.process.JarFolder;
import io.tinyanalytics.stack.process.JavaCommand;
import io.tinyanalytics.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A main class of Flink, ready to be launched.
 *
 * @param name of the process and of its logs
 * @param environment added to the environment of the process
 */
record FlinkProgram(
    String name,
    Folders folders,
    FlinkConfiguration configuration,
    Map<String, String> environment) {

  Launch launch(String mainClass, List<String> jvmFlags, List<String> arguments)
      throws IOException {
    List<String> flags = new ArrayList<>(configuration.jvmFlags());
    flags.addAll(jvmFlags);
    flags.add("-Dta.log=" + log());
    flags.add("-Dlog4j2.configurationFile=" + configuration.folder().resolve("log4j2.properties"));
    var command = JavaCommand.of(flags, classpath(), mainClass, arguments);
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("FLINK_CONF_DIR", configuration.folder().toString());
    return new Launch(
        command, variables, folders.repository(), log(), folders.logs().resolve(name + ".out"));
  }

  Path log() {
    return folders.logs().resolve(name + ".log");
  }

  String classpath() {
    return JarFolder.of(folders.programs().resolve("local-stack/flink/target/lib"));
  }
}
