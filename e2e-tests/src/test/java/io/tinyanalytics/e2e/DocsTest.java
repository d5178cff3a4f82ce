package io.tinyanalytics.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is there: a promise whose test is gone is none. */
final class DocsTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT|E2E))`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void namesOnlyTestsThatExist() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path document : documents()) {
      Matcher matcher = TEST.matcher(Files.readString(document));
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
    }

    assertThat(named).hasSizeGreaterThan(10).isSubsetOf(tests());
  }

  @Test
  void linksOnlyToFilesThatExist() throws IOException {
    for (Path document : documents()) {
      Matcher matcher = LINK.matcher(Files.readString(document));
      while (matcher.find()) {
        assertThat(document.resolveSibling(matcher.group(1))).as("in %s", document).exists();
      }
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(REPOSITORY.resolve("docs"));
        Stream<Path> root = Files.list(REPOSITORY)) {
      return Stream.concat(docs, root).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static Set<String> tests() throws IOException {
    Set<String> tests = new TreeSet<>();
    try (Stream<Path> modules = Files.list(REPOSITORY)) {
      for (Path module : modules.map(it -> it.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(module)) {
          try (Stream<Path> files = Files.walk(module)) {
            tests.addAll(
                files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet()));
          }
        }
      }
    }
    return tests;
  }
}
