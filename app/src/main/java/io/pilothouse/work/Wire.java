package io.pilothouse.work;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Exchange;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport;

/// What lies behind the scheduler, seen without threads: a [Transport] in the program, a simulated network in tests.
public interface Wire {
    /// Sends once, never twice. Called on a thread of its own: may answer before it returns, or later. Either `done` or
    /// `failed` ends it, once.
    void send(Request request, boolean repeatable, Reply reply);

    /// As [Transport#curl].
    String curl(Request request);

    /// What comes back, in this order, from any thread; all but the end may be left out.
    interface Reply {
        /// The last byte of the request is out; see [Transport.Watch#written].
        void written(boolean warm);

        void answered(int status);

        void seen(Exchange exchange);

        void done(Answer answer);

        void failed(CloudException why);
    }

    /// Sends on the thread that calls.
    static Wire over(Transport transport) {
        return new Wire() {
            @Override
            public void send(Request request, boolean repeatable, Reply reply) {
                Answer answer;
                try {
                    answer = transport.send(request, repeatable, watch(reply));
                } catch (CloudException e) {
                    reply.failed(e);
                    return;
                }
                reply.done(answer);
            }

            @Override
            public String curl(Request request) {
                return transport.curl(request);
            }
        };
    }

    private static Transport.Watch watch(Reply reply) {
        return new Transport.Watch() {
            @Override
            public void written(boolean warm) {
                reply.written(warm);
            }

            @Override
            public void answered(int status) {
                reply.answered(status);
            }

            @Override
            public void seen(Exchange exchange) {
                reply.seen(exchange);
            }
        };
    }
}
