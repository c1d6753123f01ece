/// The window: top bar, sidebar, the screen in the middle, activity and requests below, the status bar, and what lies
/// above them (dialogs, notices). Knows screens only as [io.pilothouse.ui.kit.Screen]. Made by `app`.
package io.pilothouse.ui.shell;
