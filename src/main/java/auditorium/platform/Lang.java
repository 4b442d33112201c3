package auditorium.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The two languages of everything. */
public enum Lang {
    ZH(Locale.CHINESE, "zh-CN"),
    EN(Locale.ENGLISH, "en");

    private final Locale locale;
    private final String tag;

    Lang(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    /** {@code en} is English; everything else is Chinese, the language of the factory floor. */
    public static Lang of(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }

    public Locale locale() {
        return locale;
    }

    /** For the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    public String code() {
        return this == ZH ? "zh" : "en";
    }

    /** A day as people write it, with the year only when it isn't this one: 12月2日, 2 Dec, 2027年11月6日, 6 Nov 2027. */
    public String day(LocalDate day, LocalDate today) {
        boolean far = day.getYear() != today.getYear();
        String pattern = this == ZH ? (far ? "y年M月d日" : "M月d日") : (far ? "d MMM y" : "d MMM");
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /** What stands between the names of a list. */
    public String comma() {
        return this == ZH ? "、" : ", ";
    }

    public Lang other() {
        return this == ZH ? EN : ZH;
    }
}
