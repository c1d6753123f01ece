/// How the nouns stand in the file: as JSON text, without a secret in it. Called by the tables of `history`, and by who
/// asks a person again for what is no longer known.
package io.pilothouse.history.text;
