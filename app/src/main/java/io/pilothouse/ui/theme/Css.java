package io.pilothouse.ui.theme;

/// The style classes of the sheets. Ours begin with `ph-`, because short names meet other libraries' rules; a test
/// keeps this list and the sheets equal.
public final class Css {
    /// On the root of a dark scene; set by [Theme].
    static final String DARK = "dark";

    /// The one filled button of a view; AtlantaFX's own name.
    public static final String ACCENT = "accent";

    // Text
    public static final String MUTED = "ph-muted";
    public static final String SMALL = "ph-small";
    public static final String CAPTION = "ph-caption";
    public static final String TITLE = "ph-title";
    public static final String FIGURE = "ph-figure";
    public static final String MEDIUM = "ph-medium";
    public static final String SEMI = "ph-semi";
    public static final String MONO = "ph-mono";

    /// Numbers: on a column's header and on its cells.
    public static final String RIGHT = "ph-right";

    public static final String OK = "ph-ok";
    public static final String WARN = "ph-warn";
    public static final String BAD = "ph-bad";
    public static final String ACCENT_TEXT = "ph-accent-text";

    /// On a button: drawn as a link in a line of text.
    public static final String LINK = "ph-link";

    /// On an icon: as dark as text. Icons are muted without it.
    public static final String FG = "ph-fg";

    // Icons

    /// Chevron, copy.
    public static final String ICON_12 = "ph-icon-12";

    /// Sidebar.
    public static final String ICON_16 = "ph-icon-16";

    /// `plus`, `x`, `check`, `dash`, `play`, `pause` and the arrows, which are small in their box.
    public static final String ICON_18 = "ph-icon-18";

    /// The lines of the sidebar that scroll.
    public static final String NAV_KINDS = "ph-nav-kinds";

    /// A way to begin.
    public static final String FIRST_ROW = "ph-first-row";

    /// A pane whose scroll bar stands in the margin of what it scrolls.
    public static final String GUTTER = "ph-gutter";

    /// First run.
    public static final String ICON_20 = "ph-icon-20";

    // Buttons and toggles

    /// Square.
    public static final String ICON_ONLY = "ph-icon-only";

    /// 24 high, in rows.
    public static final String MINI = "ph-mini";

    /// No background until the pointer is over it.
    public static final String GHOST = "ph-ghost";

    /// Red words on a plain button, or a menu item that destroys.
    public static final String DANGER = "ph-danger";

    /// The one button that destroys, in a confirmation.
    public static final String DANGER_FILL = "ph-danger-fill";

    /// A box of toggle buttons with one chosen.
    public static final String SEGMENTS = "ph-segments";

    // Frame
    public static final String TOPBAR = "ph-topbar";

    /// On the top bar, in a rehearsal run.
    public static final String REHEARSAL = "ph-rehearsal";

    public static final String SIDEBAR = "ph-sidebar";

    /// A line of the sidebar; [#ON] when it is the screen that is open.
    public static final String NAV = "ph-nav";

    public static final String NAV_SECTION = "ph-nav-section";

    /// The number at the right of a sidebar line.
    public static final String COUNT = "ph-count";

    public static final String COLUMNS = "ph-columns";
    public static final String COLUMNS_KEYS = "ph-columns-keys";
    public static final String STATUS_PART = "ph-status-part";
    public static final String STATUSBAR = "ph-statusbar";

    /// Five segments of a budget in use.
    public static final String METER = "ph-meter";

    public static final String METER_ON = "ph-meter-on";
    public static final String METER_OFF = "ph-meter-off";
    public static final String METER_WARN = "ph-meter-warn";
    public static final String VLINE = "ph-vline";
    public static final String HLINE = "ph-hline";

    /// On [#HLINE]: between rows, not between zones.
    public static final String SOFT = "ph-soft";

    public static final String PAGE = "ph-page";
    public static final String PAGE_HEAD = "ph-page-head";
    public static final String FILTER_BAR = "ph-filter-bar";
    public static final String FOOT = "ph-foot";
    public static final String BOTTOM = "ph-bottom";

    /// Toggle buttons, or labels with [#ON].
    public static final String TABS = "ph-tabs";

    /// What is said at the corner: undo, done, refused.
    public static final String NOTICE = "ph-notice";

    /// The column of notices.
    public static final String NOTICES = "ph-notices";

    /// The page while there is no account.
    public static final String FIRST_RUN = "ph-first-run";

    // Small parts

    /// The 4 x 12 mark before an account's name, with one of [#ACC_1] to [#ACC_5]: violet, orange, teal, pink, green.
    public static final String ACCOUNT_BAR = "ph-account-bar";

    public static final String ACC_1 = "ph-acc-1";
    public static final String ACC_2 = "ph-acc-2";
    public static final String ACC_3 = "ph-acc-3";
    public static final String ACC_4 = "ph-acc-4";
    public static final String ACC_5 = "ph-acc-5";

    /// With [#WARN] or [#BAD] where it is more than a word.
    public static final String CHIP = "ph-chip";

    /// A key cap.
    public static final String KBD = "ph-kbd";

    /// A part of a filter.
    public static final String TOKEN = "ph-token";

    /// A card; [#SUBTLE], [#WARN], [#BAD], [#FLUSH].
    public static final String BOX = "ph-box";

    public static final String SUBTLE = "ph-subtle";

    /// On [#BOX]: no padding, its rows reach the edge.
    public static final String FLUSH = "ph-flush";

    public static final String CODE = "ph-code";

    /// Set by [StateShape].
    public static final String STATE = "ph-state";

    /// Set by [StateShape].
    public static final String STATE_PATH = "ph-state-path";

    // Tables and rows

    /// First column, header and cells: its text meets the page margin.
    public static final String FIRST = "ph-first";

    /// Last column, or last row of a hand-made list.
    public static final String LAST = "ph-last";

    /// On a table row: its feed failed, it stays and is muted.
    public static final String STALE = "ph-stale";

    /// A row of a hand-made list.
    public static final String ROW = "ph-row";

    public static final String ROW_HEAD = "ph-row-head";
    public static final String TWO_LINE = "ph-two-line";
    public static final String EDITOR = "ph-editor";

    /// Chosen, open, selected.
    public static final String ON = "ph-on";

    /// Not to be used now; the reason stands beside it.
    public static final String OFF = "ph-off";

    /// Diff: always with `+` in a column of its own.
    public static final String ADD = "ph-add";

    /// Diff: always with `−`.
    public static final String DEL = "ph-del";

    /// Diff: always with `~`.
    public static final String CHG = "ph-chg";

    // Drawer
    /// A drawer whose row is not listed any more.
    public static final String GONE = "ph-gone";

    public static final String DRAWER = "ph-drawer";

    /// On [#DRAWER]: 384 instead of 352, for firewalls.
    public static final String WIDE = "ph-wide";

    public static final String DRAWER_HEAD = "ph-drawer-head";

    /// A line of buttons above text.
    public static final String DRAWER_BAR = "ph-drawer-bar";

    public static final String DRAWER_ACTIONS = "ph-drawer-actions";
    public static final String SECTION = "ph-section";

    /// A grid of name and value.
    public static final String FACTS = "ph-facts";

    public static final String FACT_NAME = "ph-fact-name";

    /// A row that another one points at, in the drawer.
    public static final String RELATION = "ph-relation";

    /// What was done to a row or seen of it, in the drawer.
    public static final String ENTRY = "ph-entry";

    /// What a filter line may become.
    public static final String HINTS = "ph-hints";

    // Dialogs and forms
    public static final String SCRIM = "ph-scrim";
    public static final String DIALOG = "ph-dialog";

    /// On [#DIALOG]: as wide as a question.
    public static final String NARROW = "ph-narrow";

    /// On [#DIALOG]: wide enough for a list of calls.
    public static final String MIDDLE = "ph-middle";

    /// The calls of a plan, a line each.
    public static final String CALLS = "ph-calls";

    /// On a button that is a triangle: opens and folds what stands below it.
    public static final String FOLD = "ph-fold";

    public static final String DIALOG_HEAD = "ph-dialog-head";
    public static final String DIALOG_BODY = "ph-dialog-body";
    public static final String DIALOG_FOOT = "ph-dialog-foot";
    public static final String FORM = "ph-form";

    /// The box that says calls, time and price.
    public static final String FORM_PLAN = "ph-form-plan";

    public static final String FIELD = "ph-field";
    public static final String FIELD_LABEL = "ph-field-label";
    public static final String FIELD_HINT = "ph-field-hint";
    public static final String FIELD_MESSAGE = "ph-field-message";

    /// On a field or combo whose answer stops.
    public static final String FIELD_ERROR = "ph-field-error";

    /// On a field whose answer is to be confirmed.
    public static final String FIELD_WARN = "ph-field-warn";

    // Palette
    public static final String PALETTE = "ph-palette";

    /// The line to type in.
    public static final String PALETTE_FIELD = "ph-palette-field";

    public static final String PALETTE_FOOT = "ph-palette-foot";

    /// The button in the top bar that opens it.
    public static final String SEARCH_BOX = "ph-search-box";

    public static final String PALETTE_SECTION = "ph-palette-section";
    public static final String PALETTE_ROW = "ph-palette-row";

    /// The letters that matched.
    public static final String MATCH = "ph-match";

    /// The button in the top bar that chooses whose things are shown.
    public static final String ACCOUNT_FILTER = "ph-account-filter";

    // Requests and logs

    /// One request, 28 high.
    public static final String LINE = "ph-line";

    public static final String LOG_ROW = "ph-log-row";
    public static final String LOG_GUTTER = "ph-log-gutter";
    public static final String LOG_GAP = "ph-log-gap";
    public static final String BOOKMARK = "ph-bookmark";
    public static final String HIT = "ph-hit";
    public static final String HIT_NOW = "ph-hit-now";
    public static final String MARK = "ph-mark";

    /// "14 new lines": goes back to the end.
    public static final String PILL = "ph-pill";

    /// The columns of a request's or a command's line.
    public static final String COL_TIME = "ph-col-time";

    public static final String COL_ACCOUNT = "ph-col-account";
    public static final String COL_URGENCY = "ph-col-urgency";
    public static final String COL_METHOD = "ph-col-method";
    public static final String COL_STATUS = "ph-col-status";

    /// On a column: narrower where a line is full.
    public static final String YIELDS = "ph-yields";

    public static final String COL_NUMBER = "ph-col-number";

    /// Read-only text over several lines: raw JSON, heads and bodies.
    public static final String RAW = "ph-raw";

    // Figures

    /// A cell of the capacity grid.
    public static final String CELL = "ph-cell";

    public static final String CELL_YES = "ph-cell-yes";
    public static final String CELL_OFF = "ph-cell-off";
    public static final String CELL_CHOSEN = "ph-cell-chosen";
    public static final String CELL_WATCHED = "ph-cell-watched";
    public static final String CHART_LINE = "ph-chart-line";
    public static final String CHART_AREA = "ph-chart-area";
    public static final String CHART_GRID = "ph-chart-grid";
    public static final String BAR = "ph-bar";
    public static final String BAR_ON = "ph-bar-on";
    public static final String BAR_WARN = "ph-bar-warn";

    private Css() {}
}
