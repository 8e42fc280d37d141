package org.sealpost.reading.structure.sheet;

import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** How Excel shows a number. The built-in dates have no order of their own but the machine's; here that is the British one. */
final class CellFormat {
    private static final Set<Integer> SHORT_DATES = Set.of(14);
    private static final double WHOLE = 1e15;

    private final DataFormatter formatter = new DataFormatter(Locale.UK);

    /**
     * @param index of the format, among the built-in ones below 164
     * @param format its pattern, empty where it is built in and not known
     */
    String shown(double number, int index, String format, boolean from1904) {
        if (SHORT_DATES.contains(index) || format.startsWith("[$-F800]") || format.startsWith("[$-x-sysdate]")) {
            return date(number, "dd/mm/yyyy", from1904);
        }
        if (index == 22) {
            return date(number, "dd/mm/yyyy hh:mm", from1904);
        }
        boolean general = index == 0 || format.isEmpty() || format.equalsIgnoreCase("General");
        if (general && number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return Long.toString((long) number);
        }
        return formatter.formatRawCellContents(number, index, general ? "General" : format, from1904);
    }

    private String date(double number, String pattern, boolean from1904) {
        return DateUtil.isValidExcelDate(number)
                ? formatter.formatRawCellContents(number, 165, pattern, from1904)
                : Double.toString(number);
    }
}
