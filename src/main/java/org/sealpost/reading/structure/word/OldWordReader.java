package org.sealpost.reading.structure.word;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFDocumentCore;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.container.OleInners;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.story.Story;

/** Word's old binary files ([MS-DOC]): headers, the body, text boxes, footnotes, footers, with form fields and tables. */
public final class OldWordReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/msword");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(part.bytes()))) {
            OleInners.list(ole.getRoot(), contents);
            Allowance allowance = new Allowance(contents.budget().limits());
            try (HWPFDocument word = new HWPFDocument(ole.getRoot())) {
                pictures(word, contents);
                Set<List<Element>> told = new LinkedHashSet<>();
                for (Range story : stories(word)) {
                    told.add(new OldWordStory(new Story(allowance), word, word.getDataStream()).read(story));
                }
                for (List<Element> story : told) {
                    contents.addAll(story);
                }
            } catch (OldWordFileFormatException e) {
                try (HWPFDocumentCore older = new HWPFOldDocument(ole)) {
                    contents.addAll(new OldWordStory(new Story(allowance), older, new byte[0]).read(older.getRange()));
                }
            }
        }
    }

    private static List<Range> stories(HWPFDocument word) {
        HeaderStories margins = new HeaderStories(word);
        List<@Nullable Range> all = new ArrayList<>();
        all.add(margins.getFirstHeaderSubrange());
        all.add(margins.getEvenHeaderSubrange());
        all.add(margins.getOddHeaderSubrange());
        all.add(word.getRange());
        all.add(word.getMainTextboxRange());
        all.add(word.getFootnoteRange());
        all.add(word.getEndnoteRange());
        all.add(margins.getFirstFooterSubrange());
        all.add(margins.getEvenFooterSubrange());
        all.add(margins.getOddFooterSubrange());
        List<Range> stories = new ArrayList<>();
        for (Range story : all) {
            if (story != null && story.getEndOffset() > story.getStartOffset()) {
                stories.add(story);
            }
        }
        return stories;
    }

    private static void pictures(HWPFDocument word, Contents contents) throws NotReadException {
        if (word.getPicturesTable() != null) {
            for (Picture picture : word.getPicturesTable().getAllPictures()) {
                contents.inner(
                        picture.suggestFullFileName(),
                        "",
                        () -> contents.unpack(new ByteArrayInputStream(picture.getContent())));
            }
        }
    }
}
