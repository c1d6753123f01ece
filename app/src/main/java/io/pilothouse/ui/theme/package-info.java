/// The look: [Theme] puts light or dark onto a scene, [Css] names every style class, [StateShape] draws how a thing is.
/// The sheets lie beside it as resources, one a component; colours and sizes live there and nowhere in code. Knows no
/// screen. Called by `ui.kit`, the shell and the screens.
package io.pilothouse.ui.theme;
