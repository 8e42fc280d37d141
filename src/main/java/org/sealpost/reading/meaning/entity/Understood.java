package org.sealpost.reading.meaning.entity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.meaning.form.KnownForm;
import org.sealpost.reading.meaning.layout.Mark;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.vocabulary.Role;

/** All that was understood of a submission while it grows. For one thread. */
final class Understood {
    final Entity incident = new Entity("incident");
    private final Map<Role, List<Entity>> entities = new EnumMap<>(Role.class);
    private final List<Unplaced> unplaced = new ArrayList<>();
    private @Nullable KnownForm form;

    /** An answer that no attribute of a reading holds; it is kept beside the reading, never lost. */
    record Unplaced(String label, Span value, Element.@Nullable Reason aside) {}

    Entity add(Role role) {
        Entity entity = new Entity(role.isPerson() ? "person" : role == Role.VEHICLE ? "vehicle" : "location");
        entities.computeIfAbsent(role, r -> new ArrayList<>()).add(entity);
        return entity;
    }

    void move(Entity entity, Role from, Role to) {
        if (of(from).remove(entity)) {
            of(to).add(entity);
        }
    }

    List<Entity> of(Role role) {
        return entities.computeIfAbsent(role, r -> new ArrayList<>());
    }

    /** Of several the first one counts. */
    void recognised(@Nullable KnownForm known) {
        form = form == null ? known : form;
    }

    @Nullable KnownForm form() {
        return form;
    }

    void unplaced(String label, Span value) {
        unplaced.add(new Unplaced(label, value, null));
    }

    /** What is no answer at all, and why. */
    void aside(Mark.Aside aside) {
        unplaced.add(new Unplaced(aside.label(), aside.text(), aside.reason()));
    }

    List<Unplaced> unplaced() {
        return unplaced;
    }
}
