package auditorium.platform.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a text is written down by trying strictly, never by guessing: byte order mark, the NULs of UTF-16, UTF-8, then
 * GB18030 (which reads GBK and GB 2312 too). Reads the whole source once to be sure, in constant memory.
 */
public final class TextDecoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOK = 16 * 1024;

    private TextDecoding() {}

    /** Something that can be read more than once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** The text without its byte order mark. A byte that is none of its charset is an error, also later on. */
    public static BufferedReader reader(Source source) throws IOException {
        return reader(source, charset(source));
    }

    public static BufferedReader reader(Source source, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(strict(source.open(), charset), LOOK);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    public static Charset charset(Source source) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(LOOK);
        }
        if (starts(start, 0xFF, 0xFE, 0, 0) || starts(start, 0, 0, 0xFE, 0xFF)) {
            throw new Unreadable("这个文本是 UTF-32 编码，请另存为 UTF-8", "this text is UTF-32; save it as UTF-8");
        }
        if (starts(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        Charset wide = wide(start);
        if (wide != null) {
            return wide;
        }
        if (decodes(source, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(source, GB18030)) {
            return GB18030;
        }
        throw new Unreadable(
                "认不出这个文本的编码，请另存为 UTF-8", "this text is neither UTF-8, UTF-16 nor GB18030; save it as UTF-8");
    }

    /** Line ends, digits and signs of UTF-16 have a NUL beside them, nearly always on the same side. */
    private static @Nullable Charset wide(byte[] start) throws Unreadable {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (even + odd == 0) {
            return null;
        }
        boolean often = (even + odd) * 200L > start.length;
        if (often && odd > 3 * even) {
            return StandardCharsets.UTF_16LE;
        }
        if (often && even > 3 * odd) {
            return StandardCharsets.UTF_16BE;
        }
        throw new Unreadable("这不是文本文件", "this is no text: it has NUL characters");
    }

    private static boolean decodes(Source source, Charset charset) throws IOException {
        char[] buffer = new char[LOOK];
        try (Reader reader = strict(source.open(), charset)) {
            while (reader.read(buffer) >= 0) {
                // only whether it can be read
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader strict(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
