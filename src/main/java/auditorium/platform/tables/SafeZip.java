package auditorium.platform.tables;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip file that was looked through before anything of it is used: its directory first, then every byte that comes out, counted
 * and thrown away. Sizes that it claims count for nothing.
 */
public final class SafeZip implements Closeable {

    private static final int DIRECTORY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LARGE_LOCATOR = 0x07064b50;
    private static final int LARGE_END = 0x06064b50;
    private static final int MOST_ENTRIES = 200_000;
    private static final int LONGEST_DIRECTORY = 32 * 1024 * 1024;
    private static final int LONGEST_NAME = 300;
    private static final int HIGHEST_RATIO = 100;
    /** Small things may be as repetitive as they like. */
    private static final int RATIO_FROM = 1024 * 1024;

    private record Part(String name, long at, long packed) {}

    private final ZipFile zip;
    private final Set<String> names;

    private SafeZip(ZipFile zip, Set<String> names) {
        this.zip = zip;
        this.names = names;
    }

    /** {@code most} is how many bytes all of it may have when unpacked. */
    public static SafeZip open(Path file, long most) throws IOException {
        List<Part> parts = new ArrayList<>();
        boolean utf8 = directory(file, parts);
        Set<String> names = new LinkedHashSet<>();
        Set<String> folded = new HashSet<>();
        for (Part part : parts) {
            if (!harmless(part.name())) {
                throw new Unreadable(
                        "压缩包里有不安全的文件名：" + Plain.inReport(part.name()),
                        "the package has a file with an unsafe name: “" + Plain.inReport(part.name()) + "”");
            }
            if (!folded.add(part.name().toLowerCase(Locale.ROOT))) {
                throw new Unreadable(
                        "压缩包里有两个同名文件：" + Plain.inReport(part.name()),
                        "the package has two files named “" + Plain.inReport(part.name()) + "”");
            }
            if (!part.name().endsWith("/")) {
                names.add(part.name());
            }
        }
        try {
            ZipFile zip = new ZipFile(file.toFile(), utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
            SafeZip safe = new SafeZip(zip, names);
            try {
                safe.count(parts, most);
                return safe;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | EOFException e) {
            throw new Unreadable("文件坏了，打不开", "the package is broken");
        }
    }

    /** Whether the directory names that file; nothing is unpacked. */
    public static boolean names(Path file, String name) throws IOException {
        List<Part> parts = new ArrayList<>();
        directory(file, parts);
        return parts.stream().anyMatch(p -> p.name().equals(name));
    }

    public Set<String> names() {
        return names;
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    public InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw new Unreadable("the package has no file “" + Plain.inReport(name) + "”");
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void count(List<Part> parts, long most) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        for (Part part : parts) {
            if (part.name().endsWith("/")) {
                continue;
            }
            long unpacked = 0;
            try (InputStream in = open(part.name())) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    unpacked += n;
                    all += n;
                    if (all > most) {
                        throw new Unreadable(
                                "文件解压后超过 " + most / (1024 * 1024) + " MB，太大了",
                                "the package unpacks to more than " + most / (1024 * 1024) + " MB");
                    }
                    if (unpacked > RATIO_FROM && unpacked > HIGHEST_RATIO * part.packed()) {
                        throw new Unreadable(
                                "文件解压后超过原来的 " + HIGHEST_RATIO + " 倍，不正常",
                                "the package unpacks to more than " + HIGHEST_RATIO + " times its size");
                    }
                }
            }
        }
    }

    /** Where the directory stands. */
    private record End(long entries, long start, long length) {}

    /** Reads the directory at the end of the file ourselves: the JDK hides links and overlaps. Says whether all names are UTF-8. */
    private static boolean directory(Path file, List<Part> parts) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            End end = end(zip);
            if (end.entries() > MOST_ENTRIES || end.length() > LONGEST_DIRECTORY) {
                throw new Unreadable("压缩包里文件太多", "the package has too many files");
            }
            if (end.entries() < 0 || end.length() < 0 || end.start() < 0 || end.start() + end.length() > zip.length()) {
                throw new Unreadable("文件坏了，打不开", "the package is broken");
            }
            ByteBuffer directory = read(zip, end.start(), (int) end.length());
            boolean utf8 = true;
            for (long n = 0; n < end.entries(); n++) {
                if (directory.remaining() < 46 || directory.getInt(directory.position()) != DIRECTORY) {
                    throw new Unreadable("文件坏了，打不开", "the package is broken");
                }
                utf8 &= entry(directory, parts);
            }
            parts.sort(Comparator.comparingLong(Part::at));
            long free = 0;
            for (Part part : parts) {
                if (part.at() < free || part.at() + part.packed() > end.start()) {
                    throw new Unreadable("压缩包里的文件互相重叠，不正常", "the package has files that lie within each other");
                }
                free = part.at() + 30 + part.packed();
            }
            return utf8;
        }
    }

    private static boolean entry(ByteBuffer directory, List<Part> parts) throws IOException {
        int at = directory.position();
        int system = directory.get(at + 5);
        int flags = directory.getShort(at + 8);
        int method = directory.getShort(at + 10);
        long packed = Integer.toUnsignedLong(directory.getInt(at + 20));
        int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
        int rest = Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
        int mode = directory.getInt(at + 38) >>> 16;
        long header = Integer.toUnsignedLong(directory.getInt(at + 42));
        if (directory.remaining() < 46 + nameLength + rest || nameLength > LONGEST_NAME) {
            throw new Unreadable("文件坏了，打不开", "the package is broken");
        }
        if ((flags & 1) != 0 || (method != ZipEntry.STORED && method != ZipEntry.DEFLATED)) {
            throw new Unreadable("文件有密码，或压缩方式不常见。请去掉密码再存一次", "the package is encrypted or packed in an unusual way");
        }
        if (system == 3 && (mode & 0xF000) != 0 && (mode & 0xF000) != 0x8000 && (mode & 0xF000) != 0x4000) {
            throw new Unreadable("压缩包里有链接，不能用", "the package has a link instead of a file");
        }
        byte[] name = new byte[nameLength];
        directory.get(at + 46, name);
        directory.position(at + 46 + nameLength + rest);
        boolean utf8 = true;
        String decoded;
        try {
            decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            decoded = new String(name, Charset.forName("GB18030"));
            utf8 = false;
        }
        parts.add(new Part(decoded, header, packed));
        return utf8;
    }

    private static End end(RandomAccessFile zip) throws IOException {
        int look = (int) Math.min(zip.length(), 22 + 0xFFFF);
        ByteBuffer tail = read(zip, zip.length() - look, look);
        for (int i = look - 22; i >= 0; i--) {
            if (tail.getInt(i) == END) {
                boolean large = i >= 20 && tail.getInt(i - 20) == LARGE_LOCATOR;
                return large
                        ? largeEnd(zip, tail.getLong(i - 12))
                        : new End(
                                Short.toUnsignedInt(tail.getShort(i + 10)),
                                Integer.toUnsignedLong(tail.getInt(i + 16)),
                                Integer.toUnsignedLong(tail.getInt(i + 12)));
            }
        }
        throw new Unreadable("文件不完整，请重新上传", "this is no zip file, or only a part of one");
    }

    /** Packages of more than 65,535 files have their numbers elsewhere. */
    private static End largeEnd(RandomAccessFile zip, long at) throws IOException {
        if (at < 0 || at > zip.length() - 56) {
            throw new Unreadable("文件坏了，打不开", "the package is broken");
        }
        ByteBuffer end = read(zip, at, 56);
        if (end.getInt(0) != LARGE_END) {
            throw new Unreadable("文件坏了，打不开", "the package is broken");
        }
        return new End(end.getLong(32), end.getLong(48), end.getLong(40));
    }

    private static ByteBuffer read(RandomAccessFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean harmless(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.contains("\\") || name.matches("(?s)[A-Za-z]:.*")) {
            return false;
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            return false;
        }
        return Arrays.stream(name.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."));
    }
}
