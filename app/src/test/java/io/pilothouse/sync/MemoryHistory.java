package io.pilothouse.sync;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.CommandJournal;
import io.pilothouse.history.HistoryException;
import io.pilothouse.history.Pages;
import io.pilothouse.history.Transitions;
import io.pilothouse.history.UsualTimes;
import io.pilothouse.history.text.Written;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The history, without a disk: what was written is there after a restart, secrets are masked, and it can be full.
final class MemoryHistory implements CommandJournal, Pages, Transitions, UsualTimes {
    boolean full;
    int writes;
    int keeps;
    int seens;
    final List<Seen> transitions = new ArrayList<>();
    final Map<Work, List<Duration>> took = new LinkedHashMap<>();
    private final Map<String, CommandJournal.Kept> commands = new LinkedHashMap<>();
    private final Map<String, Pages.Kept> pages = new LinkedHashMap<>();

    @Override
    public void asked(Asked c) {
        write();
        var masked =
                new Asked(
                        c.id(),
                        c.account(),
                        c.action(),
                        c.title(),
                        c.scope(),
                        c.targets(),
                        masked(c.before()),
                        masked(c.answers()),
                        c.at());
        commands.put(c.id(), new CommandJournal.Kept(masked, List.of(), Optional.empty()));
    }

    @Override
    public void sending(String command, int step, Instant at, String request) {
        write();
        var old = get(command);
        var sent = new ArrayList<>(old.sent());
        sent.add(new Sent(step, at, request, Optional.empty()));
        commands.put(command, new CommandJournal.Kept(old.asked(), sent, old.ended()));
    }

    @Override
    public void answered(String command, int step, Result result) {
        write();
        var old = get(command);
        var sent = new ArrayList<>(old.sent());
        for (int i = sent.size() - 1; i >= 0; i--) {
            var s = sent.get(i);
            if (s.step() == step) {
                var kept =
                        new Result(
                                result.at(),
                                result.result(),
                                result.note(),
                                masked(result.answer()));
                sent.set(i, new Sent(step, s.at(), s.request(), Optional.of(kept)));
                break;
            }
        }
        commands.put(command, new CommandJournal.Kept(old.asked(), sent, old.ended()));
    }

    @Override
    public void ended(String command, Ended ended) {
        write();
        var old = get(command);
        var end = ended.outcome().isEmpty() ? Optional.<Ended>empty() : Optional.of(ended);
        commands.put(command, new CommandJournal.Kept(old.asked(), old.sent(), end));
    }

    @Override
    public List<CommandJournal.Kept> unfinished() {
        return commands.values().stream().filter(k -> k.ended().isEmpty()).toList();
    }

    @Override
    public List<CommandJournal.Kept> recent(int most) {
        return new ArrayList<>(commands.values()).reversed().stream().limit(most).toList();
    }

    CommandJournal.Kept get(String command) {
        var kept = commands.get(command);
        if (kept == null) {
            throw new HistoryException("no such command", new IOException());
        }
        return kept;
    }

    String outcome(String command) {
        return get(command).ended().map(Ended::outcome).orElse("");
    }

    @Override
    public void keep(String account, Pages.Kept kept) {
        write();
        keeps++;
        var answers = kept.answers().stream().map(MemoryHistory::masked).toList();
        pages.put(
                account + kept.type() + kept.scope(),
                new Pages.Kept(kept.type(), kept.scope(), kept.readAt(), answers));
    }

    @Override
    public void seen(String account, String type, String scope, Instant readAt) {
        write();
        seens++;
    }

    @Override
    public List<Pages.Kept> pages(String account) {
        return List.copyOf(pages.values());
    }

    @Override
    public void forget(String account) {
        pages.clear();
    }

    @Override
    public void seen(Seen transition) {
        write();
        transitions.add(transition);
    }

    @Override
    public List<Seen> of(String account, Resource.Ref ref, int most) {
        return transitions.reversed().stream().filter(t -> t.ref().equals(ref)).toList();
    }

    @Override
    public List<Seen> newest(int most) {
        return transitions.reversed().stream().limit(most).toList();
    }

    @Override
    public Optional<Duration> usualStay(String account, String type, String state) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> firstSeen(String account, Resource.Ref ref) {
        return transitions.stream().filter(t -> t.ref().equals(ref)).map(Seen::at).findFirst();
    }

    @Override
    public void took(Work work, Duration length) {
        write();
        took.computeIfAbsent(work, _ -> new ArrayList<>()).add(length);
    }

    /// The newest, which is enough of a mean here.
    @Override
    public Optional<Duration> usual(Work work) {
        return took.getOrDefault(work, List.of()).reversed().stream().findFirst();
    }

    private void write() {
        writes++;
        if (full) {
            throw new HistoryException("no space left on the disk", new IOException());
        }
    }

    /// As it comes back from the file.
    private static Json masked(Json json) {
        try {
            return Written.read(Written.text(json));
        } catch (JsonText.Malformed e) {
            throw new IllegalStateException(e);
        }
    }
}
