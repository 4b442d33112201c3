package auditorium.clients.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Something that is wrong or odd about a row; {@code detail} is what it is about, or empty. */
public record RosterRemark(Kind kind, String detail) {

    /** Faults keep the whole list from being taken; the others are only said. */
    public enum Kind {
        NUMBER_MISSING(true),
        NUMBER_LONG(true),
        NUMBER_ROUNDED(true),
        /** The detail is the row that has it first. */
        NUMBER_TWICE(true),
        /** The detail is the name of who had the number and has left. */
        NUMBER_REUSED(true),
        /** The detail is the number with its zeros, as the roster has it. */
        ZEROS_LOST(true),
        NAME_MISSING(true),
        TEXT_LONG(true),
        FORMULA_EMPTY(true),
        DEPARTMENT_MISSING(true),
        JOINED_MISSING(true),
        DATE_UNKNOWN(true),
        DATE_ODD(true),
        LEFT_BEFORE_JOINING(true),
        /** Somebody whose access the importing person may not end. */
        NOT_YOURS(true),
        LEAVES_LATER(false),
        LEFT_WITHOUT_DATE(false),
        /** The detail is the name until now. */
        NAME_CHANGES(false);

        private final boolean fault;

        Kind(boolean fault) {
            this.fault = fault;
        }

        public boolean fault() {
            return fault;
        }
    }

    static RosterRemark of(Kind kind) {
        return new RosterRemark(kind, "");
    }

    static RosterRemark of(Kind kind, String detail) {
        return new RosterRemark(kind, detail);
    }

    /** For keeping: one a line, the kind before the first bar. */
    public static String written(List<RosterRemark> remarks) {
        return remarks.stream()
                .map(r -> r.kind() + "|" + r.detail().replaceAll("[\\r\\n]", " "))
                .collect(Collectors.joining("\n"));
    }

    /** What {@link #written} wrote. */
    public static List<RosterRemark> read(String written) {
        List<RosterRemark> remarks = new ArrayList<>();
        for (String line : written.split("\n", -1)) {
            int bar = line.indexOf('|');
            if (bar > 0) {
                remarks.add(new RosterRemark(Kind.valueOf(line.substring(0, bar)), line.substring(bar + 1)));
            }
        }
        return remarks;
    }
}
