import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Takes out of the jars of a folder what an image never reads: {@code Slim <folder> <cache> <pattern> ...}.
 *
 * <ul>
 * <li>entries that match a pattern of {@code <jar>!<entry>} (deploy/images/processes says which);
 * <li>of a jar with versions for several releases of Java, those that this one does not read;
 * <li>the names of local variables.
 * </ul>
 *
 * Everything else stays as it was, in its order and with its time, so that the same jar gives the same bytes. A signed jar is left alone. What was made
 * once is taken from the cache, a folder that is good for one set of patterns and this program as it is.
 */
class Slim {
    private static final int RELEASE = Runtime.version().feature();
    private static final String VERSIONS = "META-INF/versions/";
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private final Path cache;
    private final List<Pattern> useless;

    private Slim(Path cache, List<Pattern> useless) {
        this.cache = cache;
        this.useless = useless;
    }

    public static void main(String... arguments) throws Exception {
        var slim = new Slim(Files.createDirectories(Path.of(arguments[1])), Stream.of(arguments).skip(2).map(Pattern::compile).toList());
        List<Path> jars;
        try (var files = Files.walk(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (var jar : jars) {
            slim.slim(jar);
        }
    }

    private void slim(Path jar) throws Exception {
        var name = jar.getFileName().toString();
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        var made = cache.resolve(hash + "-" + name);
        if (!Files.exists(made)) {
            var unfinished = cache.resolve(ProcessHandle.current().pid() + ".unfinished");
            copy(jar, unfinished);
            Files.move(unfinished, made, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(Path from, Path to) throws IOException {
        try (var jar = new JarFile(from.toFile())) {
            var entries = jar.stream().toList();
            if (entries.stream().anyMatch(entry -> SIGNATURE.matcher(entry.getName()).matches())) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            var read = jar.isMultiRelease() ? releases(entries) : Map.<String, Integer>of();
            try (var out = new ZipOutputStream(Files.newOutputStream(to))) {
                out.setLevel(9);
                for (var entry : entries) {
                    var name = entry.getName();
                    var whole = from.getFileName() + "!" + name;
                    if (useless.stream().anyMatch(each -> each.matcher(whole).matches())
                            || !entry.isDirectory() && read.getOrDefault(plain(name), release(name)) != release(name)
                            || jar.isMultiRelease() && release(name) > RELEASE) {
                        continue;
                    }
                    var copy = new ZipEntry(name);
                    copy.setTimeLocal(entry.getTimeLocal());
                    out.putNextEntry(copy);
                    try (var in = jar.getInputStream(entry)) {
                        out.write(name.endsWith(".class") ? withoutVariables(in.readAllBytes()) : in.readAllBytes());
                    }
                    out.closeEntry();
                }
            }
        }
    }

    /** Names of local variables are for debuggers; line numbers stay, and names of parameters where a library was compiled with them. */
    private static byte[] withoutVariables(byte[] bytes) {
        var reader = new ClassReader(bytes);
        var writer = new ClassWriter(0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                    @Override
                    public void visitLocalVariable(String variable, String type, String generic, Label start, Label end, int index) {
                        // Left out.
                    }
                };
            }
        }, 0);
        return writer.toByteArray();
    }

    /** The release of each entry that is read: the greatest that is not greater than ours. What is in META-INF itself has no versions. */
    private static Map<String, Integer> releases(List<? extends ZipEntry> entries) {
        var releases = new HashMap<String, Integer>();
        for (var entry : entries) {
            if (release(entry.getName()) <= RELEASE && !plain(entry.getName()).startsWith("META-INF/")) {
                releases.merge(plain(entry.getName()), release(entry.getName()), Math::max);
            }
        }
        return releases;
    }

    private static int release(String name) {
        var number = name.startsWith(VERSIONS) ? name.substring(VERSIONS.length()).replaceFirst("/.*", "") : "";
        return number.matches("\\d+") ? Integer.parseInt(number) : 0;
    }

    private static String plain(String name) {
        return release(name) > 0 ? name.substring(name.indexOf('/', VERSIONS.length()) + 1) : name;
    }
}
