package auditorium.library;

import auditorium.platform.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where two languages say different things: numbers, units, ids of clauses and requirements, and “not”. */
final class Drift {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.:]\\d+)*");
    private static final Pattern GROUPED = Pattern.compile("(?<=\\d)[,，](?=\\d{3}(?!\\d))");
    private static final Pattern ENGLISH_MONTH =
            Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\b");
    private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9-])[A-Z]{1,4}(?:-[A-Z]{2,5})?-\\d+(?:\\.\\d+)*");

    /** What a unit is called in each language; where two begin alike, the longer one stands first. */
    private static final Map<String, String[]> UNITS = units();

    private static final Pattern UNIT_ZH = unitPattern(0);
    private static final Pattern UNIT_EN = unitPattern(1);

    private static final Pattern FIRM_NO_ZH =
            Pattern.compile("不得|不能|不准|不可以|不要|不许|不会|不是|没有|禁止|严禁|从不|绝不|决不|切勿|无需|不必|不用|不需要");
    private static final Pattern ANY_NO_ZH = Pattern.compile("[不没未无勿别非否莫免拒缺少空假错乱停前除只才]|禁|难|防|避|以外|之外");
    private static final Pattern FIRM_NO_EN = Pattern.compile(
            "\\b(?:not|never|nobody|nothing|cannot|no one|must not|without|neither)\\b|n't\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_NO_EN = Pattern.compile(
            "\\b(?:no|not|never|nobody|nothing|none|nor|neither|nowhere|cannot|without|unless|until|before|instead|rather|"
                    + "only|except|off|out|away|clear|free|empty|few|little|hardly|too|wrong|false|against|first|alone|otherwise|"
                    + "un[a-z]+|in[a-z]+|im[a-z]+|ir[a-z]+|il[a-z]+|dis[a-z]+|mis[a-z]+|non[a-z-]*|[a-z]+less|refus[a-z]*|reject[a-z]*|"
                    + "den[iy][a-z]*|lack[a-z]*|ban[a-z]*|forbid[a-z]*|forbad[a-z]*|prohibit[a-z]*|stop[a-z]*|fail[a-z]*|avoid[a-z]*|"
                    + "prevent[a-z]*|absen[a-z]*|leav[a-z]*|los[a-z]*|skip[a-z]*|ignor[a-z]*|exclu[a-z]*|overlook[a-z]*|forget[a-z]*|"
                    + "forgot[a-z]*|keep[a-z]*|rare[a-z]*|wait[a-z]*|hold[a-z]*|cease[a-z]*|bare|loose|gone|hid[a-z]*|blank|odd|old)\\b|n't\\b",
            Pattern.CASE_INSENSITIVE);

    private Drift() {}

    /** What differs, in words, in texts of any length; empty when they agree. */
    static List<String> between(Text text) {
        List<String> drifts = new ArrayList<>();
        numbersOf(text).ifPresent(drifts::add);
        unitsOf(text).ifPresent(drifts::add);
        idsOf(text).ifPresent(drifts::add);
        return drifts;
    }

    /** The same, and whether only one language says “not”: worth asking in a sentence, not in a page. */
    static List<String> inSentence(Text text) {
        List<String> drifts = new ArrayList<>(between(text));
        negationOf(text).ifPresent(drifts::add);
        return drifts;
    }

    private static Optional<String> numbersOf(Text text) {
        List<String> zh = numbers(text.zh());
        List<String> en = numbers(text.en());
        if (zh.equals(en) || ENGLISH_MONTH.matcher(text.en()).find()) {
            return Optional.empty(); // a month is a number in Chinese and a name in English
        }
        List<String> onlyZh = without(zh, en);
        List<String> onlyEn = without(en, zh);
        return Optional.of("the numbers differ: " + (onlyZh.isEmpty() ? "none" : String.join(" ", onlyZh))
                + " only in zh, " + (onlyEn.isEmpty() ? "none" : String.join(" ", onlyEn)) + " only in en");
    }

    static List<String> numbers(String text) {
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Matcher m = NUMBER.matcher(GROUPED.matcher(text).replaceAll(""));
        while (m.find()) {
            found.add(m.group());
        }
        Collections.sort(found);
        return found;
    }

    /** A number that has a unit in both languages, and never the same one. */
    private static Optional<String> unitsOf(Text text) {
        Map<String, Set<String>> zh = measured(text.zh(), UNIT_ZH);
        if (zh.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Set<String>> en = measured(text.en(), UNIT_EN);
        for (Map.Entry<String, Set<String>> number : zh.entrySet()) {
            Set<String> other = en.getOrDefault(number.getKey(), Set.of());
            if (!other.isEmpty() && Collections.disjoint(number.getValue(), other)) {
                return Optional.of("the units differ: " + number.getKey() + " "
                        + String.join("/", number.getValue()) + " in zh, " + number.getKey() + " "
                        + String.join("/", other) + " in en");
            }
        }
        return Optional.empty();
    }

    private static Map<String, Set<String>> measured(String text, Pattern pattern) {
        Map<String, Set<String>> found = new TreeMap<>();
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return found;
        }
        Matcher m = pattern.matcher(GROUPED.matcher(text).replaceAll(""));
        while (m.find()) {
            int unit = 2;
            for (String name : UNITS.keySet()) {
                if (m.group(unit++) != null) {
                    found.computeIfAbsent(m.group(1), n -> new TreeSet<>()).add(name);
                }
            }
        }
        return found;
    }

    private static Optional<String> idsOf(Text text) {
        Set<String> zh = ids(text.zh());
        Set<String> en = ids(text.en());
        return zh.equals(en)
                ? Optional.empty()
                : Optional.of("the ids differ: " + String.join(" ", zh) + " in zh, " + String.join(" ", en) + " in en");
    }

    private static Set<String> ids(String text) {
        if (text.indexOf('-') < 0) {
            return Set.of();
        }
        Set<String> found = new TreeSet<>();
        Matcher m = ID.matcher(text);
        while (m.find()) {
            found.add(m.group());
        }
        return found;
    }

    private static Optional<String> negationOf(Text text) {
        if (FIRM_NO_ZH.matcher(text.zh()).find()
                && !ANY_NO_EN.matcher(text.en()).find()) {
            return Optional.of("“not” stands only in zh");
        }
        if (FIRM_NO_EN.matcher(text.en()).find()
                && !ANY_NO_ZH.matcher(text.zh()).find()) {
            return Optional.of("“not” stands only in en");
        }
        return Optional.empty();
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest;
    }

    private static Map<String, String[]> units() {
        Map<String, String[]> units = new LinkedHashMap<>();
        unit(units, "%", "%|％", "%|per ?cent");
        unit(units, "°C", "℃|°C|摄氏度", "°C|℃|degrees Celsius");
        unit(units, "m²", "平方米|m²|㎡", "m²|square met(?:re|er)s?");
        unit(units, "m³", "立方米|m³", "m³|cubic met(?:re|er)s?");
        unit(units, "kWh", "千瓦时|kWh", "kWh|kilowatt[- ]hours?");
        unit(units, "kW", "千瓦|kW", "kW|kilowatts?");
        unit(units, "km", "公里|千米|km", "km|kilomet(?:re|er)s?");
        unit(units, "cm", "厘米|cm", "cm|centimet(?:re|er)s?");
        unit(units, "mm", "毫米|mm", "mm|millimet(?:re|er)s?");
        unit(units, "kg", "公斤|千克|kg", "kg|kilos?|kilograms?");
        unit(units, "dB", "分贝|dB", "dB(?:\\(A\\))?|decibels?");
        unit(units, "lx", "勒克斯|lx", "lx|lux");
        unit(units, "hour", "个?小时|h", "hours?|h");
        unit(units, "minute", "分钟|min", "minutes?|min");
        unit(units, "second", "秒钟|秒", "seconds?");
        unit(units, "month", "个月", "months?");
        unit(units, "week", "周|个?星期", "weeks?");
        unit(units, "day", "个?工作日|天", "(?:working |calendar )?days?");
        unit(units, "yuan", "元", "yuan|RMB");
        unit(units, "tonne", "吨", "tonnes?|tons?|t");
        unit(units, "metre", "米|m", "m|met(?:re|er)s?");
        unit(units, "volt", "伏|V", "V|volts?");
        unit(units, "litre", "升|L", "L|lit(?:re|er)s?");
        return units;
    }

    private static void unit(Map<String, String[]> units, String name, String zh, String en) {
        units.put(name, new String[] {zh, en});
    }

    /** A number, then each unit as a group of its own, in the order of {@link #UNITS}. */
    private static Pattern unitPattern(int language) {
        String any = String.join(
                "|", UNITS.values().stream().map(u -> "(" + u[language] + ")").toList());
        return Pattern.compile("(\\d+(?:\\.\\d+)?)[ -]?(?:" + any + ")(?![A-Za-z])");
    }
}
