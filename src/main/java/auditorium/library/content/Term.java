package auditorium.library.content;

import auditorium.platform.Lang;
import auditorium.platform.Text;
import java.util.List;
import java.util.stream.Stream;

/** A word of the field in both languages with its meaning. */
public record Term(String id, String group, Text term, List<String> alsoZh, List<String> alsoEn, Text meaning) {

    /** Every way the term is written in a language. */
    public List<String> spellings(Lang lang) {
        return Stream.concat(Stream.of(term.in(lang)), (lang == Lang.ZH ? alsoZh : alsoEn).stream())
                .toList();
    }
}
