package io.pilothouse.ui.theme;

import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;

/// Lets a page's scroll bar stand in the page's own margin: what is on the page keeps its width and its right edge, be
/// there something to scroll or not.
public final class Gutter {
    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");

    private Gutter() {}

    /// The sheet takes from the padding of a content in a pane that `:scrolls` what the bar is wide.
    public static ScrollPane in(ScrollPane pane) {
        pane.getStyleClass().add(Css.GUTTER);
        pane.viewportBoundsProperty()
                .subscribe(
                        seen ->
                                pane.pseudoClassStateChanged(
                                        SCROLLS,
                                        seen.getHeight() > 0
                                                && pane.getWidth() - seen.getWidth() > 1));
        return pane;
    }
}
