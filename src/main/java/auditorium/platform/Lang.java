package auditorium.platform;

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

    public Lang other() {
        return this == ZH ? EN : ZH;
    }
}
