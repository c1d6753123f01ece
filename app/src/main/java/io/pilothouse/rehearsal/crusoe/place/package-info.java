/// What is the same for every customer: locations, VM types, images, and how much capacity there is where. Read only.
package io.pilothouse.rehearsal.crusoe.place;
