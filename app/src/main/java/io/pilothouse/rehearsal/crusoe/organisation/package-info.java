/// Who the customer is: the organisation and its projects, the user with keys and tokens, what is reserved and what was
/// used.
package io.pilothouse.rehearsal.crusoe.organisation;
