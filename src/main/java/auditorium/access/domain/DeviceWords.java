package auditorium.access.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a browser says about itself in two words that its owner knows: the program and the kind of device. A claim, for the eye only. */
public final class DeviceWords {

    /** The first that fits: browsers claim to be all that came before them, so the most particular stand first. */
    private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();

    private static final Map<String, String> DEVICES = new LinkedHashMap<>();

    static {
        PROGRAMS.put("MicroMessenger/", "WeChat");
        PROGRAMS.put("DingTalk/", "DingTalk");
        PROGRAMS.put("MQQBrowser/", "QQ");
        PROGRAMS.put("HuaweiBrowser/", "Huawei");
        PROGRAMS.put("MiuiBrowser/", "MIUI");
        PROGRAMS.put("VivoBrowser/", "vivo");
        PROGRAMS.put("HeyTapBrowser/", "OPPO");
        PROGRAMS.put("UCBrowser/", "UC");
        PROGRAMS.put("SamsungBrowser/", "Samsung");
        PROGRAMS.put("Edg", "Edge");
        PROGRAMS.put("OPR/", "Opera");
        PROGRAMS.put("Firefox/", "Firefox");
        PROGRAMS.put("FxiOS/", "Firefox");
        PROGRAMS.put("CriOS/", "Chrome");
        PROGRAMS.put("Chrome/", "Chrome");
        PROGRAMS.put("Safari/", "Safari");
        DEVICES.put("HarmonyOS", "HarmonyOS");
        DEVICES.put("OpenHarmony", "HarmonyOS");
        DEVICES.put("iPhone", "iPhone");
        DEVICES.put("iPad", "iPad");
        DEVICES.put("Android", "Android");
        DEVICES.put("Windows", "Windows");
        DEVICES.put("Mac OS X", "Mac");
        DEVICES.put("CrOS", "Chromebook");
        DEVICES.put("Linux", "Linux");
    }

    private DeviceWords() {}

    /** At most some twenty letters; empty where the browser says nothing that is known. */
    public static String of(String userAgent) {
        String program = first(PROGRAMS, userAgent).orElse("");
        String device = first(DEVICES, userAgent).orElse("");
        return program.isEmpty() || device.isEmpty() ? program + device : program + " · " + device;
    }

    private static Optional<String> first(Map<String, String> words, String text) {
        return words.entrySet().stream()
                .filter(e -> text.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
