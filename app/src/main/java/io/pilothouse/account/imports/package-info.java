/// Keys that other programs of this user have already, in their variables and files: what an account could be made of.
/// Only looks. The accounts screen and the first page offer what is found.
package io.pilothouse.account.imports;
