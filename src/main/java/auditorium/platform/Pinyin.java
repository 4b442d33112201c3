package auditorium.platform;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** The order of pinyin, in which Chinese lists stand, and names in Latin letters, by which they are found. */
public final class Pinyin {

    private static final Collator ORDER =
            Collator.getInstance(new ULocale("zh@collation=pinyin")).freeze();

    private Pinyin() {}

    /** Compared byte by byte, keys stand in the order of pinyin. They change with the library's version; see {@code NameOrder}. */
    public static byte[] key(String name) {
        return ORDER.getCollationKey(name).toByteArray();
    }

    /** Syllables without tones, then their first letters: {@code zhangwei zw}. A family name with two readings gets the common one. */
    public static String latin(String name) {
        String words;
        synchronized (Letters.LATIN) {
            words = Letters.LATIN.transliterate(name).toLowerCase(Locale.ROOT).strip();
        }
        StringBuilder joined = new StringBuilder();
        StringBuilder first = new StringBuilder();
        for (String word : words.split("[^a-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                joined.append(word);
                first.append(word.charAt(0));
            }
        }
        return joined.isEmpty() ? "" : joined + " " + first;
    }

    /** Made when first needed: it takes a while. */
    private static final class Letters {
        static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    }
}
