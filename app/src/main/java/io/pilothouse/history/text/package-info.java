/// How the nouns stand in the file: as JSON text, without a secret in it. Called by the tables of `history`.
package io.pilothouse.history.text;
