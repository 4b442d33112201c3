package auditorium.exchange;

import auditorium.platform.tables.Plain;
import java.math.BigDecimal;

/** Numbers as files write them; none so long or so large that reckoning with it would hurt. */
final class Numbers {

    private static final int LONGEST = 30;

    private Numbers() {}

    static BigDecimal of(String given) throws Refused {
        String number = given.strip();
        try {
            if (number.length() <= LONGEST) {
                BigDecimal value = new BigDecimal(number);
                if (Math.abs((long) value.scale()) <= LONGEST) {
                    return value;
                }
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refused("“" + Plain.inReport(given) + "” is no number");
    }
}
