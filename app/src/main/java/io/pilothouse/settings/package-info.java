/// The preferences: [Settings] as an unchanging record, [SettingsFile] as `settings.json`. A file that can't be read is
/// set aside and never overwritten, and members that this version does not know survive. Knows nothing of what the
/// settings are used for; those who change them decide when to save. Called by `app`, `ui` and `standing`.
package io.pilothouse.settings;
