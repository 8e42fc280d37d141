package org.sealpost.reading.structure.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.PartLimits;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An XML element and what lies in it, known by local names: office formats come in several namespaces for the same words.
 * A document type, and so every entity of its own, is refused; so is more, or deeper, than a document for people has.
 */
public final class Xml {
    /** The name of the one attribute that stands beside another of the same local name: {@code r:id}. */
    public static final String RELATION = "r:id";

    private static final int DEEPEST = 300;
    private static final int NODES_AN_ELEMENT = 8;

    private final String name;
    private final Map<String, String> attributes;
    private final List<Object> content = new ArrayList<>(2);

    private Xml(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /**
     * @throws SAXException where it is no well-formed XML, has a document type or lies too deep
     * @throws NotReadException never by itself; carried by a SAXException where there is too much of it
     */
    public static Xml parse(byte[] bytes, PartLimits limits) throws SAXException, IOException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            SAXParser parser = factory.newSAXParser();
            Builder builder = new Builder((long) limits.elements() * NODES_AN_ELEMENT);
            parser.parse(new ByteArrayInputStream(bytes), builder);
            if (builder.root == null) {
                throw new SAXException("no element");
            }
            return builder.root;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no safe XML parser", e);
        }
    }

    public String name() {
        return name;
    }

    public boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** The attribute of that local name, empty where there is none. */
    public String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The attribute as a count of what repeats or is spanned, up to 9,999,999; 1 where it is none. */
    public int count(String attribute) {
        String written = get(attribute);
        return written.matches("[1-9]\\d{0,6}") ? Integer.parseInt(written) : 1;
    }

    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Elements and strings in their order. */
    public List<Object> content() {
        return content;
    }

    public List<Xml> children() {
        List<Xml> children = new ArrayList<>();
        for (Object piece : content) {
            if (piece instanceof Xml child) {
                children.add(child);
            }
        }
        return children;
    }

    public List<Xml> children(String wanted) {
        return children().stream().filter(c -> c.is(wanted)).toList();
    }

    /** The first child of that name. */
    public @Nullable Xml child(String wanted) {
        for (Object piece : content) {
            if (piece instanceof Xml child && child.is(wanted)) {
                return child;
            }
        }
        return null;
    }

    /** What one finds by going down by those names, each time the first. */
    public @Nullable Xml down(String... names) {
        Xml at = this;
        for (String step : names) {
            at = at == null ? null : at.child(step);
        }
        return at;
    }

    /** Whether an element of that name lies anywhere in it. */
    public boolean holds(String wanted) {
        return children().stream().anyMatch(c -> c.is(wanted) || c.holds(wanted));
    }

    /** All of that name, but none that lies in another of them. */
    public List<Xml> outermost(String wanted) {
        List<Xml> found = new ArrayList<>();
        for (Xml child : children()) {
            if (child.is(wanted)) {
                found.add(child);
            } else {
                found.addAll(child.outermost(wanted));
            }
        }
        return found;
    }

    /** All the text in it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        gather(text);
        return text.toString();
    }

    private void gather(StringBuilder into) {
        for (Object piece : content) {
            if (piece instanceof Xml child) {
                child.gather(into);
            } else {
                into.append(piece);
            }
        }
    }

    private static final class Builder extends DefaultHandler {
        private final Deque<Xml> open = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private final long most;
        private long nodes;
        private @Nullable Xml root;

        Builder(long most) {
            this.most = most;
        }

        @Override
        public void startElement(String uri, String localName, String qualified, Attributes written)
                throws SAXException {
            endText();
            nodes += 1 + written.getLength();
            if (nodes > most) {
                throw new SAXException(
                        NotReadException.opaque("reading-too-large", "There is more in it than a reading may hold."));
            }
            if (open.size() >= DEEPEST) {
                throw new SAXException(
                        NotReadException.opaque("reading-failed", "It is nested too deeply to be read."));
            }
            Map<String, String> attributes = written.getLength() == 0 ? Map.of() : new HashMap<>(4);
            for (int i = 0; i < written.getLength(); i++) {
                boolean relation = written.getLocalName(i).equals("id")
                        && written.getURI(i).endsWith("/relationships");
                attributes.putIfAbsent(relation ? RELATION : written.getLocalName(i), written.getValue(i));
            }
            Xml element = new Xml(localName, attributes);
            Xml parent = open.peek();
            if (parent == null) {
                root = element;
            } else {
                parent.content.add(element);
            }
            open.push(element);
        }

        @Override
        public void endElement(String uri, String localName, String qualified) {
            endText();
            open.pop();
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            text.append(letters, start, length);
        }

        private void endText() {
            Xml parent = open.peek();
            if (!text.isEmpty() && parent != null) {
                parent.content.add(text.toString());
                nodes++;
            }
            text.setLength(0);
        }
    }
}
