package io.pilothouse.ui.kit;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every key that does something, in one list: views match events against it, the cheat sheet (F1) is drawn from it, and
/// a test keeps two of one scope from having the same key. Words: `shortcut.<id>`.
public enum Shortcut {
    KEYS("keys", Scope.WINDOW, KeyCode.F1),
    REFRESH("refresh", Scope.WINDOW, KeyCode.F5),
    CREATE("create", Scope.WINDOW, KeyCode.N, SHORTCUT_DOWN),
    FILTER("filter", Scope.WINDOW, KeyCode.F, SHORTCUT_DOWN),
    UNDO("undo", Scope.WINDOW, KeyCode.Z, SHORTCUT_DOWN),
    PALETTE("palette", Scope.WINDOW, KeyCode.K, SHORTCUT_DOWN),
    PALETTE_TOO("palette", Scope.WINDOW, KeyCode.P, SHORTCUT_DOWN, SHIFT_DOWN),
    GO_BACK("go-back", Scope.WINDOW, KeyCode.LEFT, ALT_DOWN),
    GO_FORWARD("go-forward", Scope.WINDOW, KeyCode.RIGHT, ALT_DOWN),
    NEXT_PART("next-part", Scope.WINDOW, KeyCode.F6),
    PART_BEFORE("part-before", Scope.WINDOW, KeyCode.F6, SHIFT_DOWN),
    ZOOM_IN("zoom-in", Scope.WINDOW, KeyCode.PLUS, SHORTCUT_DOWN),
    ZOOM_OUT("zoom-out", Scope.WINDOW, KeyCode.MINUS, SHORTCUT_DOWN),
    ZOOM_RESET("zoom-reset", Scope.WINDOW, KeyCode.DIGIT0, SHORTCUT_DOWN),
    SETTINGS("settings", Scope.WINDOW, KeyCode.COMMA, SHORTCUT_DOWN),
    FILTER_HERE("filter", Scope.TABLE, KeyCode.SLASH),
    DETAILS("details", Scope.TABLE, KeyCode.ENTER),
    DESTROY("destroy", Scope.TABLE, KeyCode.DELETE),
    MENU("menu", Scope.TABLE, KeyCode.F10, SHIFT_DOWN),
    MENU_KEY("menu", Scope.TABLE, KeyCode.CONTEXT_MENU),
    COPY("copy", Scope.TABLE, KeyCode.C, SHORTCUT_DOWN),
    COPY_WITH_HEADERS("copy-headers", Scope.TABLE, KeyCode.C, SHORTCUT_DOWN, SHIFT_DOWN),
    ALL("all", Scope.TABLE, KeyCode.A, SHORTCUT_DOWN),
    NONE("none", Scope.TABLE, KeyCode.ESCAPE),
    FILTER_CLEAR("filter-clear", Scope.FILTER, KeyCode.ESCAPE),
    FILTER_DONE("filter-done", Scope.FILTER, KeyCode.ENTER),
    BACK("back", Scope.DRAWER, KeyCode.ESCAPE),
    CLOSE("close", Scope.DIALOG, KeyCode.ESCAPE),
    PALETTE_RUN("palette-run", Scope.PALETTE, KeyCode.ENTER),
    PALETTE_ACTIONS("palette-actions", Scope.PALETTE, KeyCode.TAB),
    PALETTE_ACTIONS_TOO("palette-actions", Scope.PALETTE, KeyCode.RIGHT),
    SEND("send", Scope.DIALOG, KeyCode.ENTER, SHORTCUT_DOWN),
    HINT_DOWN("hint", Scope.FILTER, KeyCode.DOWN),
    HINT_UP("hint", Scope.FILTER, KeyCode.UP),
    HINT_TAKE("hint-take", Scope.FILTER, KeyCode.TAB),
    LINE_UP("line", Scope.BESIDE, KeyCode.UP),
    LINE_DOWN("line", Scope.BESIDE, KeyCode.DOWN),
    LINE_FIRST("line-end", Scope.BESIDE, KeyCode.HOME),
    LINE_LAST("line-end", Scope.BESIDE, KeyCode.END),
    FOLD("fold", Scope.BESIDE, KeyCode.LEFT),
    UNFOLD("fold", Scope.BESIDE, KeyCode.RIGHT),
    LINE_OPEN("line-open", Scope.BESIDE, KeyCode.ENTER),
    LINE_COPY("line-copy", Scope.BESIDE, KeyCode.C, SHORTCUT_DOWN),
    OUT("out", Scope.BESIDE, KeyCode.ESCAPE),
    CELL_UP("cell", Scope.GRID, KeyCode.UP),
    CELL_DOWN("cell", Scope.GRID, KeyCode.DOWN),
    CELL_LEFT("cell", Scope.GRID, KeyCode.LEFT),
    CELL_RIGHT("cell", Scope.GRID, KeyCode.RIGHT),
    CELL_FIRST("cell-end", Scope.GRID, KeyCode.HOME),
    CELL_LAST("cell-end", Scope.GRID, KeyCode.END),
    CELL_TAKE("cell-take", Scope.GRID, KeyCode.SPACE),
    CELL_OPEN("cell-open", Scope.GRID, KeyCode.ENTER),
    COLUMN_SHOW("column-show", Scope.COLUMNS, KeyCode.SPACE),
    COLUMN_UP("column-move", Scope.COLUMNS, KeyCode.UP, SHORTCUT_DOWN),
    COLUMN_DOWN("column-move", Scope.COLUMNS, KeyCode.DOWN, SHORTCUT_DOWN),
    COLUMN_NARROWER("column-width", Scope.COLUMNS, KeyCode.LEFT, SHORTCUT_DOWN),
    COLUMN_WIDER("column-width", Scope.COLUMNS, KeyCode.RIGHT, SHORTCUT_DOWN),
    COLUMN_SORT("column-sort", Scope.COLUMNS, KeyCode.S),
    COLUMN_AUTO("column-auto", Scope.COLUMNS, KeyCode.A),
    WAY_REHEARSE("way-rehearse", Scope.FIRST, KeyCode.DIGIT1),
    WAY_ADD("way-add", Scope.FIRST, KeyCode.DIGIT2),
    WAY_IMPORT("way-import", Scope.FIRST, KeyCode.DIGIT3),
    ACCOUNT_EDIT("account-edit", Scope.ACCOUNTS, KeyCode.ENTER),
    ACCOUNT_REMOVE("account-remove", Scope.ACCOUNTS, KeyCode.DELETE),
    ACCOUNT_UP("account-move", Scope.ACCOUNTS, KeyCode.UP, ALT_DOWN),
    ACCOUNT_DOWN("account-move", Scope.ACCOUNTS, KeyCode.DOWN, ALT_DOWN);

    /// Where a key acts. What acts in the window acts everywhere but in a dialog. Words: `shortcut.scope.<id>`.
    public enum Scope {
        WINDOW("window"),
        TABLE("table"),
        FILTER("filter"),
        DRAWER("drawer"),
        DIALOG("dialog"),
        /// A dialog like the others, with keys of its own.
        PALETTE("palette"),
        /// The sidebar, the activity and the requests.
        BESIDE("beside"),
        /// Types and regions, with a cell for each two.
        GRID("grid"),
        /// The list that the button Columns opens.
        COLUMNS("columns"),
        ACCOUNTS("accounts"),
        /// What is shown while there is no account.
        FIRST("first");

        private final String id;

        Scope(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        /// May a key be pressed in both at once?
        public boolean overlaps(Scope other) {
            return this == other
                    || (isDialog() && other.isDialog())
                    || (this == WINDOW && !other.isDialog())
                    || (other == WINDOW && !isDialog());
        }

        private boolean isDialog() {
            return this == DIALOG || this == PALETTE || this == COLUMNS;
        }
    }

    /// Where JavaFX's word for a key is not what stands on it.
    private static final Map<String, String> CAPS =
            Map.of("Slash", "/", "Context Menu", "Menu", "Escape", "Esc", "↵", "Enter");

    /// Other keys for the same: those of the number pad, and the plus that is the equals sign's other half.
    private static final Map<Shortcut, Set<KeyCode>> ALSO =
            Map.of(
                    ZOOM_IN, Set.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD),
                    ZOOM_OUT, Set.of(KeyCode.SUBTRACT),
                    ZOOM_RESET, Set.of(KeyCode.NUMPAD0));

    private final String id;
    private final Scope scope;

    @SuppressWarnings("ImmutableEnumChecker") // nothing in a combination can be set
    private final KeyCombination keys;

    Shortcut(String id, Scope scope, KeyCode code, KeyCombination.Modifier... modifiers) {
        this.id = id;
        this.scope = scope;
        this.keys = new KeyCodeCombination(code, modifiers);
    }

    public String id() {
        return id;
    }

    public Scope scope() {
        return scope;
    }

    public KeyCombination keys() {
        return keys;
    }

    /// As it stands on a key cap: `Ctrl+N`.
    public String caps() {
        var text = keys.getDisplayText();
        return CAPS.getOrDefault(text, text.replace("↵", "Enter"));
    }

    /// The key of this scope that was pressed; empty when it was none of them.
    public static Optional<Shortcut> in(Scope scope, KeyEvent event) {
        return Arrays.stream(values())
                .filter(s -> s.scope == scope && s.matches(event))
                .findFirst();
    }

    /// A slash is known by what it types: on many keyboards it is not a key of its own, and at the press the field that
    /// gets the focus would still take it in. A plus may need Shift.
    public boolean matches(KeyEvent event) {
        if (this == FILTER_HERE) {
            return event.getEventType() == KeyEvent.KEY_TYPED && event.getCharacter().equals("/");
        }
        return keys.match(event)
                || (ALSO.getOrDefault(this, Set.of()).contains(event.getCode())
                        && event.isShortcutDown()
                        && !event.isAltDown());
    }
}
