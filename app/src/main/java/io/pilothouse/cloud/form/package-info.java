/// What a person is asked before a call: fields, their inputs, what can be chosen, and what is wrong with the answers.
/// Pure functions of answers and inventory; validation lives here and nowhere else. Knows `domain` only. Providers
/// describe forms, `ui.form` draws them, and an action's plan takes the answers.
package io.pilothouse.cloud.form;
