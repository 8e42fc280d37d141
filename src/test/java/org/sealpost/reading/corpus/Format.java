package org.sealpost.reading.corpus;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Locale;

/** What a form is drawn as. The old binary Word format is missing: nothing here can write it. */
enum Format {
    ACROFORM_NAMED(Group.FIELDS, ".pdf"),
    ACROFORM_TOOLTIPS(Group.FIELDS, ".pdf"),
    ACROFORM_PRINTED(Group.FIELDS, ".pdf"),
    WORD_CONTROLS(Group.FIELDS, ".docx"),
    WORD_LEGACY(Group.FIELDS, ".docx"),
    ODT_CONTROLS(Group.FIELDS, ".odt"),
    MAIL_WITH_FORM(Group.FIELDS, ".eml"),
    WORD_TABLES(Group.PLAIN, ".docx"),
    WORD_NESTED(Group.PLAIN, ".docx"),
    ODT(Group.PLAIN, ".odt"),
    RTF(Group.PLAIN, ".rtf"),
    MAIL_HTML(Group.PLAIN, ".eml"),
    MAIL_TEXT(Group.PLAIN, ".eml"),
    SPREADSHEET(Group.PLAIN, ".xlsx"),
    PDF_RULED(Group.PLAIN, ".pdf"),
    PDF_UNRULED(Group.PLAIN, ".pdf"),
    SCAN_PDF(Group.SCAN, ".pdf"),
    SCAN_PNG(Group.SCAN, ".png"),
    SCAN_JPEG(Group.SCAN, ".jpg");

    /** Formats of one sort, with one floor. */
    enum Group {
        FIELDS,
        PLAIN,
        SCAN
    }

    private final Group group;
    private final String ending;

    Format(Group group, String ending) {
        this.group = group;
        this.ending = ending;
    }

    Group group() {
        return group;
    }

    String ending() {
        return ending;
    }

    /** As it stands in tables and file names. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Plain text has no tables, so no grids. */
    boolean draws(Layout layout) {
        return this != MAIL_TEXT || !(layout.has(Layout.Shape.GRID) || layout.has(Layout.Shape.SIDES));
    }

    /** How many parts are found in it. */
    int parts() {
        return this == MAIL_WITH_FORM ? 2 : 1;
    }

    byte[] draw(Form form, Chance chance) throws IOException, MessagingException {
        return switch (this) {
            case ACROFORM_NAMED -> PdfFile.fillable(form, PdfFields.Naming.NAMED);
            case ACROFORM_TOOLTIPS -> PdfFile.fillable(form, PdfFields.Naming.TOOLTIPS);
            case ACROFORM_PRINTED -> PdfFile.fillable(form, PdfFields.Naming.PRINTED);
            case WORD_CONTROLS -> WordFile.draw(form, WordFile.Answers.CONTROLS);
            case WORD_LEGACY -> WordFile.draw(form, WordFile.Answers.LEGACY);
            case ODT_CONTROLS -> OpenDocument.draw(form, true);
            case MAIL_WITH_FORM -> Mail.with(form, WordFile.draw(form, WordFile.Answers.CONTROLS), "form.docx");
            case WORD_TABLES -> WordFile.draw(form, WordFile.Answers.TYPED);
            case WORD_NESTED -> WordFile.draw(form, WordFile.Answers.NESTED);
            case ODT -> OpenDocument.draw(form, false);
            case RTF -> RichText.draw(form);
            case MAIL_HTML -> Mail.ofHtml(form);
            case MAIL_TEXT -> Mail.ofText(form);
            case SPREADSHEET -> Workbook.draw(form);
            case PDF_RULED -> PdfFile.flat(form, true);
            case PDF_UNRULED -> PdfFile.flat(form, false);
            case SCAN_PDF -> Scan.pdf(PdfFile.flat(form, chance.percent(70)), chance);
            case SCAN_PNG -> Scan.png(PdfFile.flat(form, true), chance);
            case SCAN_JPEG -> Scan.jpeg(PdfFile.flat(form, true), chance);
        };
    }
}
