package auditorium.library;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a tree of our records, enums, lists, sets, maps, texts and numbers into bytes and back. What was packed comes back equal
 * and in the same order, and can't be changed. The same words are written once. Only records and enums of ours are ever made.
 */
final class Packing {

    private static final String OURS = "auditorium.";

    private static final int TEXT = 0;
    private static final int WHOLE = 1;
    private static final int LONG = 2;
    private static final int TRUE = 3;
    private static final int FALSE = 4;
    private static final int DECIMAL = 5;
    private static final int DATE = 6;
    private static final int PERIOD = 7;
    private static final int DURATION = 8;
    private static final int NONE = 9;
    private static final int SOME = 10;
    private static final int LIST = 11;
    private static final int SET = 12;
    private static final int MAP = 13;
    private static final int ENUM = 14;
    private static final int RECORD = 15;

    private Packing() {}

    /**
     * The tree as bytes.
     *
     * @throws IllegalArgumentException when something in it is of a kind that is not listed above
     */
    static byte[] pack(Object root) {
        Out out = new Out();
        out.value(root);
        return out.bytes.toByteArray();
    }

    /**
     * The tree that was packed.
     *
     * @throws IllegalArgumentException when the bytes are not those of a tree of ours
     */
    static Object unpack(byte[] packed) {
        try {
            In in = new In(packed);
            Object root = in.value();
            if (in.at != packed.length) {
                throw new IllegalArgumentException("something follows the end");
            }
            return root;
        } catch (IndexOutOfBoundsException | ClassCastException | DateTimeException e) {
            throw new IllegalArgumentException("these bytes are not a tree of ours", e);
        }
    }

    private static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        private final Map<String, Integer> texts = new HashMap<>();
        private final Map<Class<?>, Integer> kinds = new HashMap<>();
        private final Map<Class<?>, List<Method>> parts = new HashMap<>();

        void value(Object value) {
            switch (value) {
                case String s -> word(TEXT, s);
                case Integer i -> number(WHOLE, i);
                case Long l -> number(LONG, l);
                case Boolean b -> bytes.write(b ? TRUE : FALSE);
                case BigDecimal d -> word(DECIMAL, d.toString());
                case LocalDate d -> word(DATE, d.toString());
                case Period p -> word(PERIOD, p.toString());
                case Duration d -> word(DURATION, d.toString());
                case Optional<?> o when o.isEmpty() -> bytes.write(NONE);
                case Optional<?> o -> {
                    bytes.write(SOME);
                    value(o.get());
                }
                case List<?> list -> {
                    number(LIST, list.size());
                    list.forEach(this::value);
                }
                case Set<?> set -> {
                    number(SET, set.size());
                    set.forEach(this::value);
                }
                case Map<?, ?> map -> {
                    number(MAP, map.size());
                    map.forEach((k, v) -> {
                        value(k);
                        value(v);
                    });
                }
                case Enum<?> e -> {
                    bytes.write(ENUM);
                    kind(e.getDeclaringClass());
                    word(TEXT, e.name());
                }
                case Record r -> {
                    bytes.write(RECORD);
                    kind(r.getClass());
                    for (Method part : parts.computeIfAbsent(r.getClass(), Out::parts)) {
                        value(read(r, part));
                    }
                }
                default -> throw new IllegalArgumentException("a " + value.getClass() + " can't be packed");
            }
        }

        private static List<Method> parts(Class<?> kind) {
            return Arrays.stream(kind.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(m -> m.setAccessible(true))
                    .toList();
        }

        private static Object read(Record record, Method part) {
            try {
                return part.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("“" + part.getName() + "” can't be read", e);
            }
        }

        private void kind(Class<?> kind) {
            Integer known = kinds.putIfAbsent(kind, kinds.size());
            number(known == null ? 0 : known + 1);
            if (known == null) {
                word(TEXT, kind.getName());
            }
        }

        private void word(int tag, String word) {
            bytes.write(tag);
            Integer known = texts.putIfAbsent(word, texts.size());
            number(known == null ? 0 : known + 1);
            if (known == null) {
                byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
                number(utf8.length);
                bytes.writeBytes(utf8);
            }
        }

        private void number(int tag, long n) {
            bytes.write(tag);
            number(n);
        }

        /** Seven bits a byte, the lowest first. */
        private void number(long n) {
            long rest = n;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }

    private static final class In {
        private final byte[] bytes;
        private int at;
        private final List<String> texts = new ArrayList<>();
        private final List<Kind> kinds = new ArrayList<>();

        /** A class of ours: an enum by its constants, a record by its constructor. */
        private record Kind(Map<String, Object> constants, Optional<Constructor<?>> maker) {}

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        Object value() {
            int tag = bytes[at++];
            return switch (tag) {
                case TEXT -> word();
                case WHOLE -> (int) number();
                case LONG -> number();
                case TRUE -> true;
                case FALSE -> false;
                case DECIMAL -> new BigDecimal(word());
                case DATE -> LocalDate.parse(word());
                case PERIOD -> Period.parse(word());
                case DURATION -> Duration.parse(word());
                case NONE -> Optional.empty();
                case SOME -> Optional.of(value());
                case LIST -> List.of(values(count()));
                case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(values(count()))));
                case MAP -> map(count());
                case ENUM -> constant(kind(), named());
                case RECORD -> record(kind());
                default -> throw new IllegalArgumentException("nothing begins with " + tag);
            };
        }

        private Object[] values(int count) {
            Object[] values = new Object[count];
            for (int i = 0; i < count; i++) {
                values[i] = value();
            }
            return values;
        }

        private Map<Object, Object> map(int count) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                Object key = value();
                map.put(key, value());
            }
            return Collections.unmodifiableMap(map);
        }

        private static Object constant(Kind kind, String name) {
            return Optional.ofNullable(kind.constants().get(name))
                    .orElseThrow(() -> new IllegalArgumentException("there is no constant " + name));
        }

        private Object record(Kind kind) {
            Constructor<?> maker = kind.maker().orElseThrow(() -> new IllegalArgumentException("an enum is no record"));
            try {
                return maker.newInstance(values(maker.getParameterCount()));
            } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
                throw new IllegalArgumentException("no " + maker.getDeclaringClass() + " can be made", e);
            }
        }

        private Kind kind() {
            int known = (int) number();
            if (known > 0) {
                return kinds.get(known - 1);
            }
            String name = named();
            if (!name.startsWith(OURS)) {
                throw new IllegalArgumentException(name + " is not ours");
            }
            Kind kind = kindOf(name);
            kinds.add(kind);
            return kind;
        }

        private static Kind kindOf(String name) {
            try {
                Class<?> type = Class.forName(name);
                if (type.isEnum()) {
                    return new Kind(constants(type), Optional.empty());
                }
                if (!type.isRecord()) {
                    throw new IllegalArgumentException(name + " is neither a record nor an enum");
                }
                Constructor<?> maker = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
                maker.setAccessible(true);
                return new Kind(Map.of(), Optional.of(maker));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(name + " is not there", e);
            }
        }

        private static Map<String, Object> constants(Class<?> type) {
            Map<String, Object> constants = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
            return constants;
        }

        /** A word that must be one: the name of a class or a constant. */
        private String named() {
            if (bytes[at++] != TEXT) {
                throw new IllegalArgumentException("a name is missing");
            }
            return word();
        }

        private String word() {
            int known = (int) number();
            if (known > 0) {
                return texts.get(known - 1);
            }
            int length = count();
            String word = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            texts.add(word);
            return word;
        }

        /** How many follow: never more than there are bytes left. */
        private int count() {
            long count = number();
            if (count < 0 || count > bytes.length - at) {
                throw new IndexOutOfBoundsException("there are not " + count + " more");
            }
            return (int) count;
        }

        private long number() {
            long n = 0;
            int shift = 0;
            byte b;
            do {
                b = bytes[at++];
                n |= (long) (b & 0x7F) << shift;
                shift += 7;
            } while (b < 0 && shift < 70);
            return n;
        }
    }
}
