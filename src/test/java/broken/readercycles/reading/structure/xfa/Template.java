package broken.readercycles.reading.structure.xfa;

import broken.readercycles.reading.structure.pdf.Form;

public final class Template {
    public Form form() {
        return new Form();
    }
}
