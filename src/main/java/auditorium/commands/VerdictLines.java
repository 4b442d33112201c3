package auditorium.commands;

import auditorium.files.FileCheck;
import auditorium.records.Verdict;
import auditorium.records.domain.Fault;
import java.util.ArrayList;
import java.util.List;

/** A verdict on the command line. */
final class VerdictLines {

    private VerdictLines() {}

    static List<String> of(Verdict v) {
        List<String> lines = new ArrayList<>();
        v.faults().forEach(f -> lines.add(v.code() + "\t" + of(f)));
        if (v.found() > v.faults().size()) {
            lines.add(v.code() + "\t… and " + (v.found() - v.faults().size()) + " more");
        }
        lines.add(v.code() + "\t" + (v.whole() ? "whole" : "NOT WHOLE: " + v.found() + " faults") + "\t" + v.entries()
                + " entries, " + v.compared() + " compared with their rows, " + v.erased() + " erased words, "
                + v.millis() + " ms");
        lines.add(v.code() + "\tends at " + v.entries() + ":" + v.hexHash());
        return lines;
    }

    static String of(String code, FileCheck.Found files) {
        String line = code + "\t"
                + (files.damaged() == 0
                        ? files.files() - files.unread() + " files as their hashes say"
                        : files.damaged() + " of " + files.files()
                                + " FILES DAMAGED: gone, or not what their hashes say");
        return files.unread() == 0
                ? line
                : line + ", " + files.unread()
                        + " NOT LOOKED AT: the object store does not answer, or isn't set up here";
    }

    private static String of(Fault f) {
        String where =
                f.sequence() == f.until() ? "entry " + f.sequence() : "entries " + f.sequence() + " to " + f.until();
        String thing = f.thing().isEmpty() ? "" : " (" + f.thing() + ")";
        return switch (f.what()) {
            case CHANGED -> where + ": what it says does not belong to its hash: it was changed";
            case MISSING -> where + ": removed";
            case ADDED -> where + thing + ": put in";
            case DISPLACED -> where + ": stands at another place than its number";
            case REPLACED -> where + ": is not the one to which the next entry was chained";
            case EARLIER -> where + ": is earlier than the one before";
            case END -> where + ": is not the last entry that the head of the record names";
            case ANCHOR -> where + ": rewritten, all or some of them: the hash known outside is another";
            case FOREIGN -> where + ": belongs to another factory";
            case ROW_CHANGED -> where + thing + ": the row says something else now, in " + f.detail();
            case ROW_GONE -> where + thing + ": the row is gone";
            case ROW_UNTOLD -> f.thing() + ": a row that nobody recorded";
            case WORDS_CHANGED -> where + thing + ": the words of " + f.detail() + " were changed";
            case WORDS_GONE -> where + thing + ": the words of " + f.detail() + " are gone, and nobody has erased them";
            case UNREADABLE -> where + ": can't be read: " + f.detail();
        };
    }
}
