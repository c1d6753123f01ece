package io.pilothouse.app;

/// The main class. It is not the Application subclass: java would start JavaFX before the first line of ours.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Pilothouse " + args.length);
    }
}
