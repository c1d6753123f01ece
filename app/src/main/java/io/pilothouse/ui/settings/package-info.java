/// The screen of settings: how the window looks, how long second thoughts last, what is kept on disk and how to clear it,
/// and by which limits and which way each account is reached. Shows nothing that has no effect. What belongs to an
/// account is changed with the account, and only shown here. Made by `app`.
package io.pilothouse.ui.settings;
