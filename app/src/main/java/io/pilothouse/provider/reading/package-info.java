/// How an answer is read without losing it for one field: what every provider needs and none owns. A wrong field marks its
/// row, and what else stands there is kept. Pure functions over `domain`; no provider's names, paths or words belong here.
package io.pilothouse.provider.reading;
