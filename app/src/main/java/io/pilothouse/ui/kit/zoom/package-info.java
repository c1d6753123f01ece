/// How large the window is drawn: [Zoom] is what a person chose, [ZoomFrame] draws the whole window by it. Layout stays
/// in the pixels of 100 %; only the outermost node is scaled, so that text and shapes are drawn sharp at the size they
/// have on the screen. What draws by itself into a `Canvas` makes it as many pixels larger as [ZoomFrame#factorProperty]
/// says.
package io.pilothouse.ui.kit.zoom;
