package io.pilothouse.cloud;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Something a person can do: to one row, to several, or (target SCOPE) to none, as creating. Words: `action.<id>` (in
/// menus), `action.<id>.verb` (on the button that does it). The id is a file format (the journal): kept for good.
///
/// @param off why it can't be done to this row: a service's own code or a message key; empty when it can
/// @param form what is asked first, made from the targets and what is known
/// @param plan every call, in order, before the first is sent; a pure function of what was asked
/// @param readBack types whose lists are read when it is done
/// @param shownOnce JSON names in the answer that a person sees this one time
public record Action(
        String id,
        Target target,
        Effect effect,
        Function<Resource, Optional<String>> off,
        BiFunction<List<Resource>, Inventory, Form> form,
        Function<Ask, List<Step>> plan,
        Set<String> readBack,
        Set<String> shownOnce) {

    public enum Target {
        ROW,
        ROWS,
        SCOPE
    }

    public enum Effect {
        CHANGE,
        /// Costs money from then on.
        COST,
        /// Interrupts what runs there: there is a grace with *Undo* before it is sent.
        INTERRUPT,
        /// Replaces a whole, such as a list of rules: there is a grace with *Undo* before it is sent.
        REPLACE,
        /// Can't be taken back: is confirmed, and there is a grace with *Undo* before it is sent.
        DESTROY;

        public boolean hasGrace() {
            return this == INTERRUPT || this == REPLACE || this == DESTROY;
        }
    }

    /// What was asked: everything a plan depends on, so that a plan can be made again after a restart.
    ///
    /// @param command id of the command, unique for good: letters, digits and hyphens
    /// @param before the values that stood in the form at first, for a diff
    public record Ask(
            String command,
            Optional<Resource> scope,
            List<Resource> targets,
            Json before,
            Json answers) {
        public Resource target() {
            return targets.getFirst();
        }

        /// Id of the scope it happens in: the one given, or that of its target; empty where types have none.
        public String scopeId() {
            return scope.map(Resource::id)
                    .orElseGet(() -> targets.isEmpty() ? "" : target().scope());
        }
    }

    public static Action on(
            Target target,
            String id,
            Effect effect,
            Function<Ask, List<Step>> plan,
            String... readBack) {
        return new Action(
                id,
                target,
                effect,
                _ -> Optional.empty(),
                (_, _) -> Form.NONE,
                plan,
                Set.of(readBack),
                Set.of());
    }

    public Action asks(Form form) {
        return asks((_, _) -> form);
    }

    public Action asks(BiFunction<List<Resource>, Inventory, Form> form) {
        return new Action(id, target, effect, off, form, plan, readBack, shownOnce);
    }

    public Action off(Function<Resource, Optional<String>> why) {
        return new Action(id, target, effect, why, form, plan, readBack, shownOnce);
    }

    public Action shownOnce(String... jsonNames) {
        return new Action(id, target, effect, off, form, plan, readBack, Set.of(jsonNames));
    }
}
