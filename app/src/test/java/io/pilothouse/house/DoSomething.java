package io.pilothouse.house;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// The method calls something: it is not an empty body.
final class DoSomething extends ArchCondition<JavaMethod> {
    DoSomething() {
        super("do something");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (method.getAccessesFromSelf().isEmpty()) {
            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is empty"));
        }
    }
}
