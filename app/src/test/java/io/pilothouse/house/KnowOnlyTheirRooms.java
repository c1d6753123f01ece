package io.pilothouse.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Each class lies in a room of the table and knows only the rooms that the table allows to its own.
final class KnowOnlyTheirRooms extends ArchCondition<JavaClass> {
    KnowOnlyTheirRooms() {
        super("know only the rooms they may know");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var from = Rooms.of(type.getPackageName()).orElse("");
        if (!Rooms.exists(from)) {
            events.add(
                    SimpleConditionEvent.violated(
                            type, type.getName() + " is in no room of the table"));
            return;
        }
        for (var dependency : type.getDirectDependenciesFromSelf()) {
            Rooms.of(dependency.getTargetClass().getBaseComponentType().getPackageName())
                    .filter(to -> !Rooms.mayKnow(from, to))
                    .ifPresent(
                            to ->
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    dependency,
                                                    from
                                                            + " may not know "
                                                            + to
                                                            + ": "
                                                            + dependency.getDescription())));
        }
    }
}
