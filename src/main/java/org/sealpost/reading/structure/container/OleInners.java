package org.sealpost.reading.structure.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.NotReadException;

/** What Office's old binary files carry inside: each embedded object is a part. */
public final class OleInners {
    private static final String PROPERTIES = "__properties_version1.0";

    private OleInners() {}

    public static void list(DirectoryNode root, Contents contents) throws NotReadException {
        for (Entry entry : root) {
            boolean pool = entry.getName().equals("ObjectPool");
            if (entry instanceof DirectoryEntry directory && pool) {
                for (Entry object : directory) {
                    if (object instanceof DirectoryNode inner) {
                        object(inner, contents);
                    }
                }
            } else if (entry instanceof DirectoryNode object && entry.getName().matches("MBD[0-9A-Fa-f]+")) {
                object(object, contents);
            }
        }
    }

    private static void object(DirectoryNode object, Contents contents) throws NotReadException {
        try {
            if (object.hasEntry(Ole10Native.OLE10_NATIVE)) {
                Ole10Native file = Ole10Native.createFromEmbeddedOleObject(object);
                String label = file.getLabel() == null ? object.getName() : file.getLabel();
                contents.inner(label, "", () -> contents.unpack(new ByteArrayInputStream(file.getDataBuffer())));
                return;
            }
        } catch (IOException | org.apache.poi.poifs.filesystem.Ole10NativeException e) {
            contents.inner(object.getName(), "", () -> {
                throw e;
            });
            return;
        }
        for (String whole : new String[] {"Package", "CONTENTS"}) {
            if (object.hasEntry(whole)) {
                contents.inner(object.getName(), "", () -> stream(object, whole, contents));
                return;
            }
        }
        contents.inner(object.getName(), "", () -> copy(object, contents));
    }

    private static byte[] stream(DirectoryNode object, String name, Contents contents) throws Exception {
        try (DocumentInputStream in = object.createDocumentInputStream(name)) {
            return contents.unpack(in);
        }
    }

    /** A document that lies in another as a folder of its own, as the file that it would be. */
    private static byte[] copy(DirectoryNode object, Contents contents) throws Exception {
        try (POIFSFileSystem own = new POIFSFileSystem()) {
            copy(object, own.getRoot(), contents, 0);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            own.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /** A message that is attached to one: its properties begin with 24 bytes, those of a file with 32 ([MS-OXMSG] 2.4.1). */
    public static byte[] message(DirectoryNode attached, Contents contents) throws Exception {
        try (POIFSFileSystem own = new POIFSFileSystem()) {
            copy(attached, own.getRoot(), contents, 0);
            if (own.getRoot().hasEntry(PROPERTIES)) {
                byte[] attachedOnes;
                try (DocumentInputStream in = own.createDocumentInputStream(PROPERTIES)) {
                    attachedOnes = in.readAllBytes();
                }
                byte[] whole = new byte[attachedOnes.length + 8];
                int header = Math.min(24, attachedOnes.length);
                System.arraycopy(attachedOnes, 0, whole, 0, header);
                System.arraycopy(attachedOnes, header, whole, header + 8, attachedOnes.length - header);
                own.getRoot().getEntry(PROPERTIES).delete();
                own.createDocument(new ByteArrayInputStream(whole), PROPERTIES);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            own.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static void copy(DirectoryEntry from, DirectoryEntry to, Contents contents, int depth) throws Exception {
        if (depth > contents.budget().limits().depth()) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        }
        to.setStorageClsid(from.getStorageClsid());
        for (Entry entry : from) {
            if (entry instanceof DirectoryEntry directory) {
                copy(directory, to.createDirectory(entry.getName()), contents, depth + 1);
            } else if (entry instanceof DocumentEntry document) {
                try (DocumentInputStream in = new DocumentInputStream(document)) {
                    to.createDocument(entry.getName(), new ByteArrayInputStream(contents.unpack(in)));
                }
            }
        }
    }
}
