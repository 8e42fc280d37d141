package org.sealpost.reading.meaning.value;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;

/** Telephone numbers, British unless they say otherwise; several may stand in one box. */
public final class Telephones {
    private static final int SHORTEST = 9;

    private Telephones() {}

    /**
     * @param number as written
     * @param e164 as a machine dials it
     */
    public record Found(String number, String e164, int from, int to) {}

    public static List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (PhoneNumberMatch match : numbers.findNumbers(text, "GB", Leniency.POSSIBLE, 200)) {
            String digits = match.rawString().replaceAll("\\D", "");
            boolean dialled = match.rawString().startsWith("+") || digits.startsWith("0");
            if (dialled && digits.length() >= SHORTEST) {
                String e164 = numbers.format(match.number(), PhoneNumberFormat.E164);
                found.add(new Found(match.rawString().strip(), e164, match.start(), match.end()));
            }
        }
        return found;
    }
}
