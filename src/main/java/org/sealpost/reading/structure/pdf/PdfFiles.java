package org.sealpost.reading.structure.pdf;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.NotReadException;

/** The files that a PDF carries (ISO 32000-1, 7.11.4): of the whole document, and pinned to a page. */
final class PdfFiles {
    private static final int DEEPEST = 32;

    private final Contents contents;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfFiles(Contents contents) {
        this.contents = contents;
    }

    static void list(PDDocument document, Contents contents) throws IOException, NotReadException {
        PdfFiles files = new PdfFiles(contents);
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (names != null) {
            files.tree(names.getEmbeddedFiles(), 0);
        }
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationFileAttachment pin
                        && pin.getFile() instanceof PDComplexFileSpecification file) {
                    files.file("", file);
                }
            }
        }
    }

    private void tree(@Nullable PDNameTreeNode<PDComplexFileSpecification> node, int depth)
            throws IOException, NotReadException {
        if (node == null || depth > DEEPEST || !seen.add(node.getCOSObject())) {
            return;
        }
        Map<String, PDComplexFileSpecification> files = node.getNames();
        if (files != null) {
            for (Map.Entry<String, PDComplexFileSpecification> file : files.entrySet()) {
                file(file.getKey(), file.getValue());
            }
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                tree(kid, depth + 1);
            }
        }
    }

    private void file(String key, @Nullable PDComplexFileSpecification file) throws NotReadException {
        PDEmbeddedFile embedded = file == null ? null : file.getEmbeddedFile();
        if (file != null && embedded != null && seen.add(embedded.getCOSObject())) {
            String name = file.getFilename();
            contents.inner(name == null ? key : name, "", () -> contents.unpack(embedded.createInputStream()));
        }
    }
}
