/// What tests need to see and touch the user interface: the toolkit started once without a display ([Fx]), mouse
/// events put right ([HeadlessFix]), pictures of scenes ([Screens], [Png]).
package io.pilothouse.testkit;
