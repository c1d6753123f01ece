package io.pilothouse.account;

import java.util.HashMap;
import java.util.Map;

/// At which line and column each value of a JSON text begins. Takes only text that has been parsed already, so that it
/// need not know what is right.
final class Places {
    /// Both from 1.
    record Place(int line, int column) {}

    private final String text;
    private final Map<String, Place> found = new HashMap<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Places(String text) {
        this.text = text;
    }

    static Places of(String json) {
        var places = new Places(json);
        places.value("");
        return places;
    }

    /// @param path member names and indices, such as `accounts/0/name`
    /// @return that of the nearest one around it where there is no such value
    Place at(String path) {
        for (var here = path; ; here = here.substring(0, Math.max(0, here.lastIndexOf('/')))) {
            var place = found.get(here);
            if (place != null) {
                return place;
            }
            if (here.isEmpty()) {
                return new Place(1, 1);
            }
        }
    }

    private void value(String path) {
        skipBlank();
        found.put(path, new Place(line, at - lineStart + 1));
        switch (peek()) {
            case '{' -> members(path);
            case '[' -> items(path);
            case '"' -> string();
            default -> {
                while (",]} \t\r\n".indexOf(peek()) < 0) {
                    at++;
                }
            }
        }
    }

    private void members(String path) {
        at++;
        for (skipBlank(); peek() == '"'; skipBlank()) {
            var name = string();
            skipBlank();
            at++; // the colon
            value(path.isEmpty() ? name : path + "/" + name);
            skipComma();
        }
        at++;
    }

    private void items(String path) {
        at++;
        skipBlank();
        for (int i = 0; peek() != ']'; i++) {
            value(path + "/" + i);
            skipComma();
            skipBlank();
        }
        at++;
    }

    private String string() {
        int from = ++at;
        for (; peek() != '"'; at++) {
            if (peek() == '\\') {
                at++;
            }
        }
        return text.substring(from, at++);
    }

    private void skipComma() {
        skipBlank();
        if (peek() == ',') {
            at++;
        }
    }

    private void skipBlank() {
        for (; " \t\r\n".indexOf(peek()) >= 0; at++) {
            if (peek() == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    /// The end reads as a closing mark of all kinds.
    private char peek() {
        return at < text.length() ? text.charAt(at) : ']';
    }
}
