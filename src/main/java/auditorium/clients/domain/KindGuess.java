package auditorium.clients.domain;

import auditorium.library.content.DepartmentKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What kind a department is by its name: a proposal that a person sees and may change. */
public final class KindGuess {

    private static final Map<DepartmentKind, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(DepartmentKind.EHS, List.of("安环", "环安", "ehs", "安全环保", "环保", "安全部", "hse", "environment"));
        WORDS.put(DepartmentKind.SEC, List.of("保安", "安保", "门卫", "护卫", "security", "guard"));
        WORDS.put(
                DepartmentKind.WHS, List.of("仓", "物流", "货运", "出货", "装柜", "warehouse", "logistic", "shipping", "store"));
        WORDS.put(DepartmentKind.QA, List.of("品质", "质量", "品管", "品保", "质检", "检验", "qa", "qc", "quality", "inspection"));
        WORDS.put(DepartmentKind.PUR, List.of("采购", "供应", "purchas", "procure", "sourcing", "buying"));
        WORDS.put(DepartmentKind.IT, List.of("信息", "电脑", "网络", "it部", "资讯", "information", "it dep"));
        WORDS.put(
                DepartmentKind.HR,
                List.of("人事", "人力", "行政", "后勤", "宿舍", "食堂", "总务", "human", "personnel", "admin", "canteen"));
        WORDS.put(
                DepartmentKind.MGT,
                List.of("总经理", "总经办", "厂办", "管理层", "厂长", "董事", "财务", "management", "office", "finance", "general"));
    }

    private KindGuess() {}

    /** Production when nothing else fits. */
    public static DepartmentKind of(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(plain::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> shortName(plain));
    }

    /** Two letters would stand in too many words. */
    private static DepartmentKind shortName(String plain) {
        return switch (plain.strip()) {
            case "it", "mis" -> DepartmentKind.IT;
            case "hr", "hrd" -> DepartmentKind.HR;
            default -> DepartmentKind.PRD;
        };
    }
}
