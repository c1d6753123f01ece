/// What every operation of the re-enacted Crusoe Cloud stands on: who calls ([Signature]), with what ([Call], [Query]),
/// how it refuses ([CrusoeError]), when things happen ([Agenda]) and how that is followed ([Operations]). Knows no
/// resource.
package io.pilothouse.rehearsal.crusoe.call;
