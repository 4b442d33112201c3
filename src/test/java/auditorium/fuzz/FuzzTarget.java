package auditorium.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the fuzzer calls, in a process of its own: see {@link FuzzIT}. */
public final class FuzzTarget {

    private static List<Parser> parsers = List.of();

    private FuzzTarget() {}

    /** Called once, with the names of parsers. Their classes are loaded here, which takes longer than an input may. */
    public static void fuzzerInitialize(String[] args) throws IOException {
        parsers = Arrays.stream(args).map(Parser::valueOf).toList();
        for (Parser parser : parsers) {
            for (Path file : parser.kept()) {
                parser.take(Files.readAllBytes(file));
            }
        }
    }

    /** Called with every input that the fuzzer thinks of. Where there are several parsers its first byte says for which it is. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (parsers.size() == 1) {
            parsers.get(0).take(bytes);
        } else if (bytes.length > 0) {
            parsers.get(chosen(bytes[0], parsers.size())).take(Arrays.copyOfRange(bytes, 1, bytes.length));
        }
    }

    /** Which of so many parsers a first byte stands for. */
    static int chosen(byte first, int parsers) {
        return (first & 0xFF) % parsers;
    }
}
