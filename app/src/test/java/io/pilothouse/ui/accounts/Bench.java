package io.pilothouse.ui.accounts;

import io.pilothouse.domain.Secret;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Connections;
import io.pilothouse.ui.kit.Clips;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.work.Timeline;

import java.util.Optional;

/// A workbench without any open account; its commands are never asked for.
final class Bench {
    private Bench() {}

    static Workbench of(Timeline timeline) {
        return new Workbench(
                new Store(),
                new Connections(),
                _ -> Optional.empty(),
                null,
                new RequestJournal(),
                null,
                timeline,
                Runnable::run,
                new Clips() {
                    @Override
                    public void copy(String text) {}

                    @Override
                    public void copy(Secret secret) {}
                },
                false);
    }
}
