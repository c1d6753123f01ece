package io.pilothouse.ui.kit.act;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.text.Written;
import io.pilothouse.sync.Command;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.Row;

import java.util.List;
import java.util.Optional;

/// The one way from a chosen action to a command: asks what the action asks, confirms what destroys, and hands it over.
/// Every menu, button and key comes here.
public final class ActionDesk {
    /// The dialogs it can open; the shell implements it.
    public interface Dialogs {
        /// Asks with the action's form. What was answered goes to `then` once.
        ///
        /// @param offers the same action in each account and scope that has it; the first is chosen at first
        /// @param kept answers to begin with, after a refusal; absent for none
        void form(List<Offer> offers, Json kept, Optional<String> refusal, Answered then);

        void confirm(ConfirmViewModel model, Runnable then);

        void say(Notice notice);

        /// Does what helps an account that is signed out.
        void signIn(String account);

        /// Shows the screen of a kind with this row chosen.
        void reveal(Kind kind, Row.Key row);
    }

    @FunctionalInterface
    public interface Answered {
        void with(Offer offer, Json before, Json answers);
    }

    private final Workbench bench;
    private final Dialogs dialogs;
    private Optional<Resource.Ref> lastScope = Optional.empty();

    public ActionDesk(Workbench bench, Dialogs dialogs) {
        this.bench = bench;
        this.dialogs = dialogs;
    }

    /// Begins with what a person chose. An action that is off says why instead.
    public void begin(Offer offer) {
        if (offer.off().isPresent()) {
            dialogs.say(
                    Notice.quiet(
                            Words.of(
                                    "notice.off",
                                    Words.of("action." + offer.action().id()),
                                    offer.off().get())));
            return;
        }
        if (!offer.isConfirmed() && offer.fills()) {
            dialogs.form(List.of(offer), Json.obj(), Optional.empty(), this::send);
        } else if (offer.isConfirmed() || offer.isBulk()) {
            dialogs.confirm(
                    new ConfirmViewModel(offer, CallPlan.of(bench, offer)),
                    () -> send(offer, Json.obj(), Json.obj()));
        } else {
            send(offer, Json.obj(), Json.obj());
        }
    }

    /// Begins to make something new, in one of the accounts that offer it.
    public void create(List<Offer> offers) {
        create(offers, Json.obj());
    }

    /// The same with some of it answered.
    public void create(List<Offer> offers, Json answers) {
        var on = offers.stream().filter(o -> o.off().isEmpty()).toList();
        if (on.isEmpty()) {
            offers.stream().findFirst().ifPresent(this::begin);
        } else {
            dialogs.form(on, answers, Optional.empty(), this::send);
        }
    }

    /// The scope in which something was made last.
    public Optional<Resource.Ref> lastScope() {
        return lastScope;
    }

    /// Asks again for what a command was answered before a restart, where secrets in it are no longer known, and continues
    /// it with that: what was sent is not sent again.
    public void answerAgain(Command command) {
        Offer.again(command.asked(), bench.connections())
                .ifPresent(
                        offer ->
                                dialogs.form(
                                        List.of(offer),
                                        Written.withoutHidden(command.asked().answers()),
                                        Optional.of(Words.of("notice.answer-again")),
                                        (_, _, answers) -> resume(command, answers)));
    }

    private void resume(Command command, Json answers) {
        try {
            bench.commands().resume(command.id(), answers);
        } catch (IllegalArgumentException e) {
            dialogs.say(Notice.quiet(Words.of("notice.another-plan", command.asked().title())));
        }
    }

    /// Goes to a row, from which one can come back.
    public void reveal(Kind kind, Row.Key row) {
        dialogs.reveal(kind, row);
    }

    /// Says something once.
    public void say(String words) {
        dialogs.say(Notice.quiet(words));
    }

    /// Does what helps an account that is signed out: its vault is opened, or the service asked once more.
    public void signIn(String account) {
        dialogs.signIn(account);
    }

    private void send(Offer offer, Json before, Json answers) {
        lastScope = offer.scope().map(Resource::ref).or(() -> lastScope);
        var targets = offer.targets().stream().map(Row::resource).toList();
        var steps = bench.commands().plan(offer.action(), offer.scope(), targets, before, answers);
        bench.commands()
                .ask(
                        offer.connection(),
                        offer.action(),
                        offer.scope(),
                        targets,
                        before,
                        answers,
                        CommandTitle.of(offer.action().id(), targets, steps));
    }

    /// Opens what was refused once more, as it was typed.
    public void again(Command command, String refusal) {
        Offer.again(command.asked(), bench.connections())
                .ifPresent(
                        offer ->
                                dialogs.form(
                                        List.of(offer),
                                        command.asked().answers(),
                                        Optional.of(refusal),
                                        this::send));
    }
}
