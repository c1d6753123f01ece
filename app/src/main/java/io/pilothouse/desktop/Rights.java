package io.pilothouse.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Who may read and write a file: POSIX permissions, or on Windows an access control list.
sealed interface Rights {
    record Posix(Set<PosixFilePermission> permissions) implements Rights {}

    record Acl(List<AclEntry> entries) implements Rights {}

    static boolean posix(Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Those of an existing file.
    static Rights of(Path file) throws IOException {
        return posix(file)
                ? new Posix(Files.getPosixFilePermissions(file))
                : new Acl(Files.getFileAttributeView(file, AclFileAttributeView.class).getAcl());
    }

    /// A file for this user alone: 0600.
    static Rights ownFile(Path file) throws IOException {
        return posix(file) ? new Posix(PosixFilePermissions.fromString("rw-------")) : alone(file);
    }

    /// A folder for this user alone: 0700.
    static Rights ownFolder(Path folder) throws IOException {
        return posix(folder)
                ? new Posix(PosixFilePermissions.fromString("rwx------"))
                : alone(folder);
    }

    private static Rights alone(Path file) throws IOException {
        var user =
                file.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
        return new Acl(
                List.of(
                        AclEntry.newBuilder()
                                .setType(AclEntryType.ALLOW)
                                .setPrincipal(user)
                                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                                .build()));
    }

    /// So that there is no moment in which others could open it.
    default FileAttribute<?> atCreation() {
        return switch (this) {
            case Posix(var permissions) -> PosixFilePermissions.asFileAttribute(permissions);
            case Acl(var entries) ->
                    new FileAttribute<List<AclEntry>>() {
                        @Override
                        public String name() {
                            return "acl:acl";
                        }

                        @Override
                        public List<AclEntry> value() {
                            return entries;
                        }
                    };
        };
    }

    default void applyTo(Path file) throws IOException {
        switch (this) {
            case Posix(var permissions) -> Files.setPosixFilePermissions(file, permissions);
            case Acl(var entries) ->
                    Files.getFileAttributeView(
                                    file, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .setAcl(entries);
        }
    }
}
