package org.sealpost.reading.structure.office;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The media types of Office Open XML, by the content type of a package's main part (ECMA-376 part 1, 15.2). */
public final class OfficeTypes {
    private static final String OPEN = "application/vnd.openxmlformats-officedocument.";
    static final String WORD = OPEN + "wordprocessingml.document";
    static final String SHEET = OPEN + "spreadsheetml.sheet";
    private static final String SLIDES = OPEN + "presentationml.presentation";

    private static final Map<String, String> MAIN = Map.of(
            OPEN + "wordprocessingml.document.main+xml",
            WORD,
            OPEN + "wordprocessingml.template.main+xml",
            OPEN + "wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.main+xml",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
            "application/vnd.ms-word.template.macroenabled.12",
            OPEN + "spreadsheetml.sheet.main+xml",
            SHEET,
            OPEN + "spreadsheetml.template.main+xml",
            OPEN + "spreadsheetml.template",
            "application/vnd.ms-excel.sheet.macroenabled.main+xml",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.ms-excel.template.macroenabled.main+xml",
            "application/vnd.ms-excel.template.macroenabled.12",
            OPEN + "presentationml.presentation.main+xml",
            SLIDES);

    private OfficeTypes() {}

    /** @param contentTypes the package's list of content types, {@code [Content_Types].xml} */
    public static String byContentTypes(String contentTypes, Set<String> names, String otherwise) {
        String types = contentTypes.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> main : MAIN.entrySet()) {
            if (types.contains('"' + main.getKey() + '"') || types.contains('\'' + main.getKey() + '\'')) {
                return main.getValue();
            }
        }
        if (names.contains("word/document.xml")) {
            return WORD;
        }
        if (names.contains("xl/workbook.xml")) {
            return SHEET;
        }
        return names.contains("ppt/presentation.xml") ? SLIDES : otherwise;
    }

    public static boolean isWord(String mediaType) {
        return mediaType.startsWith(OPEN + "wordprocessingml.") || mediaType.startsWith("application/vnd.ms-word.");
    }

    public static boolean isSheet(String mediaType) {
        return mediaType.startsWith(OPEN + "spreadsheetml.")
                || mediaType.startsWith("application/vnd.ms-excel.sheet.macroenabled")
                || mediaType.startsWith("application/vnd.ms-excel.template.macroenabled");
    }
}
