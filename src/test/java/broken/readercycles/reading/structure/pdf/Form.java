package broken.readercycles.reading.structure.pdf;

import broken.readercycles.reading.structure.xfa.Template;

public final class Form {
    public Template template() {
        return new Template();
    }
}
