/// Crusoe Cloud, API v1alpha5 of July 2024, re-enacted: all its 93 operations. [CrusoeService] is the state, one request
/// at a time; [CrusoeEndpoint] puts it behind signatures; the rooms below hold the resources, each with its own
/// operations: `call` (what all stand on), `place`, `organisation`, `storage`, `network`, `compute`. Where the document
/// is silent the stricter reading is taken, and the place says so.
package io.pilothouse.rehearsal.crusoe;
