package io.tinyanalytics.e2e.mutation;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A copy of a module's jar in which one source file is changed and recompiled. */
public final class PatchedJar {

  private static final List<String> OPTIONS =
      List.of("--release", "17", "-proc:none", "-nowarn", "-parameters");

  private PatchedJar() {}

  /**
   * Writes the jar.
   *
   * @param repository a built repository, which is not changed
   * @param target must not exist yet
   * @throws IllegalStateException if the source does not contain the text exactly once, or the
   *     change does not compile
   */
  public static void write(Path repository, SourceChange change, Path target) throws IOException {
    String source = change.applyTo(repository);
    Path jar = repository.resolve("%1$s/target/%1$s.jar".formatted(change.module()));
    Files.copy(jar, target);
    try (FileSystem classes = FileSystems.newFileSystem(target)) {
      compile(change, source, classpath(repository, jar), classes.getPath("/"));
    }
  }

  private static void compile(
      SourceChange change, String source, List<Path> classpath, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("This Java has no compiler: set JAVA_HOME to a JDK.");
    }
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<Source> changed = List.of(new Source(change.path(), source));
      if (!compiler.getTask(complaints, files, null, OPTIONS, null, changed).call()) {
        throw new IllegalStateException(
            "%s does not compile with %s:%n%s"
                .formatted(change.className(), change.replacement(), complaints));
      }
    }
  }

  /** The jar and the libraries that its code needs. */
  private static List<Path> classpath(Path repository, Path jar) throws IOException {
    List<Path> classpath = new ArrayList<>(List.of(jar));
    for (Path folder :
        List.of(jar.resolveSibling("lib"), repository.resolve("local-stack/flink/target/lib"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> libraries = Files.list(folder)) {
          libraries.forEach(classpath::add);
        }
      }
    }
    return classpath;
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
