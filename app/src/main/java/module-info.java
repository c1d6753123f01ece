import org.jspecify.annotations.NullMarked;

/// A desktop control panel for machines at several clouds. The rooms (packages) and what each may know are told in
/// their `package-info.java` and checked by `ArchitectureTest`.
@NullMarked
module io.pilothouse {
    requires atlantafx.base;
    requires java.management;
    requires java.sql;
    requires javafx.controls;
    requires jdk.httpserver;
    requires okhttp3;
    requires org.bouncycastle.provider;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.bootstrapicons;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports io.pilothouse.app; // JavaFX instantiates the Application subclass
}
