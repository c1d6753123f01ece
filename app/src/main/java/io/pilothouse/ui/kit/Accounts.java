package io.pilothouse.ui.kit;

import io.pilothouse.account.AccountProblem;
import io.pilothouse.account.imports.Found;
import io.pilothouse.domain.Account;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.ArrayList;

/// How an account is shown everywhere: a bar of its colour, always followed by its name.
public final class Accounts {
    private Accounts() {}

    public static Region bar(Account account) {
        return Nodes.styled(new Region(), Css.ACCOUNT_BAR, Accounts.colour(account.colour()));
    }

    /// The style class of a colour's name; a name that is not known is violet.
    public static String colour(String name) {
        return switch (name) {
            case "orange" -> Css.ACC_2;
            case "teal" -> Css.ACC_3;
            case "pink" -> Css.ACC_4;
            case "green" -> Css.ACC_5;
            default -> Css.ACC_1;
        };
    }

    /// What is wrong in `accounts.json`: where in the file, in which account and field, and then what.
    public static String words(AccountProblem problem) {
        var where = new ArrayList<String>();
        if (problem.line() > 0) {
            where.add(Words.of("account.where", problem.line(), problem.column()));
        }
        problem.account().map(Formats::oneLine).ifPresent(where::add);
        if (!problem.field().isEmpty()) {
            where.add(Formats.oneLine(problem.field()));
        }
        var what = Words.of(problem.notice().key(), problem.notice().args().toArray());
        return where.isEmpty() ? what : String.join(" · ", where) + ": " + what;
    }

    /// A key that was found, and what becomes of it when it is taken.
    public static String words(Found found) {
        var provider = Words.of("provider." + found.provider());
        var source = Formats.oneLine(found.source());
        if (found.unreadable().isPresent()) {
            var why = found.unreadable().get();
            return Words.of(why.key(), why.args().toArray());
        }
        return Words.of(
                found.holdsKey() ? "import.found.file" : "import.found.variable",
                source,
                provider,
                Formats.oneLine(found.name()));
    }

    public static HBox mark(Account account) {
        var name = Nodes.whole(Nodes.label(Formats.oneLine(account.name())));
        var box = new HBox(8, bar(account), name);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
