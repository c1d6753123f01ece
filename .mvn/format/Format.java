import com.google.googlejavaformat.java.Main;

/// Checks (`check`) or rewrites (`apply`) the Java files below some folders with google-java-format.
/// Maven hands this file as it is to the toolchain's java: the older JDK that may run Maven can't parse newer Java.
void main(String[] args) throws Exception {
    boolean check = args[0].equals("check");
    var options = new ArrayList<>(List.of("--aosp", "--skip-javadoc-formatting"));
    options.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    for (String folder : args[1].split(",")) {
        if (!Files.isDirectory(Path.of(folder))) {
            continue;
        }
        try (var files = Files.walk(Path.of(folder))) {
            files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(options::add);
        }
    }
    var out = new PrintWriter(System.out, true);
    int code = 0;
    // long strings come to rest in the second pass only
    for (int pass = 0; pass < (check ? 1 : 2); pass++) {
        code = new Main(out, new PrintWriter(System.err, true), System.in).format(options.toArray(String[]::new));
    }
    out.flush();
    if (check && code != 0) {
        System.err.println("The files named above are not formatted. Run: mvn -Pformat");
    }
    System.exit(code);
}
