package auditorium.platform;

/** One text in both languages. */
public record Text(String zh, String en) {

    public String in(Lang lang) {
        return lang == Lang.ZH ? zh : en;
    }
}
