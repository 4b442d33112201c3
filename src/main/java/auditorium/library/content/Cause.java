package auditorium.library.content;

import auditorium.platform.Text;

/** A root cause that findings have in common, and the question that tells whether it is this one. */
public record Cause(String id, Group group, Text title, Text question) {

    /** Where causes lie: the shop floor's five, and what management answers for. */
    public enum Group {
        PEOPLE("人", "People"),
        EQUIPMENT("机", "Equipment"),
        MATERIAL("料", "Material"),
        METHOD("法", "Method"),
        SURROUNDINGS("环", "Surroundings"),
        MANAGEMENT("管理", "Management");

        private final Text title;

        Group(String zh, String en) {
            title = new Text(zh, en);
        }

        public Text title() {
            return title;
        }
    }
}
