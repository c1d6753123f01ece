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
/// @param form what is asked first, made from the targets and what is known where they are. For target SCOPE the list
///     holds the scope in which it happens, or is empty where its type has none or no scope is known yet
/// @param plan every call, in order, before the first is sent; a pure function of what was asked
/// @param readBack types whose lists are read when it is done
/// @param shownOnce JSON names in the answer that a person sees this one time
/// @param offered where a person finds it
/// @param typed the word that is to be typed before it is done to this row, whatever the account's class; empty where
///     the account's class and the effect decide
public record Action(
        String id,
        Target target,
        Effect effect,
        Function<Resource, Optional<String>> off,
        BiFunction<List<Resource>, Inventory, Form> form,
        Function<Ask, List<Step>> plan,
        Set<String> readBack,
        Set<String> shownOnce,
        Offered offered,
        Function<Resource, Optional<String>> typed) {

    public enum Offered {
        EVERYWHERE,
        /// Only in the details of its row: not in menus, the palette or by a key, and never for several rows.
        DETAILS
    }

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
                Set.of(),
                Offered.EVERYWHERE,
                _ -> Optional.empty());
    }

    public Action asks(Form form) {
        return asks((_, _) -> form);
    }

    public Action asks(BiFunction<List<Resource>, Inventory, Form> newForm) {
        return with(off, newForm, shownOnce, offered, typed);
    }

    public Action off(Function<Resource, Optional<String>> why) {
        return with(why, form, shownOnce, offered, typed);
    }

    public Action shownOnce(String... jsonNames) {
        return with(off, form, Set.of(jsonNames), offered, typed);
    }

    public Action onlyInDetails() {
        return with(off, form, shownOnce, Offered.DETAILS, typed);
    }

    /// Always asks for this word of the row (its name, a login) to be typed.
    public Action typed(Function<Resource, String> word) {
        return with(off, form, shownOnce, offered, row -> Optional.of(word.apply(row)));
    }

    private Action with(
            Function<Resource, Optional<String>> newOff,
            BiFunction<List<Resource>, Inventory, Form> newForm,
            Set<String> newOnce,
            Offered newOffered,
            Function<Resource, Optional<String>> newTyped) {
        return new Action(
                id, target, effect, newOff, newForm, plan, readBack, newOnce, newOffered, newTyped);
    }
}
