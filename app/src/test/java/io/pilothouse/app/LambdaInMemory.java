package io.pilothouse.app;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.log.PackedText;
import io.pilothouse.log.RequestEntry;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.provider.lambdacloud.LambdaCloudProvider;
import io.pilothouse.rehearsal.lambdacloud.LambdaError;
import io.pilothouse.rehearsal.lambdacloud.LambdaService;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The road of one account to the rehearsal's own service, without sockets and in virtual time: what goes in comes back
/// after 120 ms, and can be changed, refused or left unanswered on the way.
final class LambdaInMemory implements Requests {
    private static final Duration TRIP = Duration.ofMillis(120);
    private static final String V1 = "/api/v1/";

    /// What stands in place of an answer.
    interface Fault {
        void strike(Request request) throws CloudException;
    }

    /// Takes part in all that is answered; set by a test.
    Fault fault = _ -> {};

    /// Nothing is answered at all.
    boolean silent;

    /// Makes another list of the instances that are.
    UnaryOperator<Json> instances = list -> list;

    private final String account;
    private final VirtualTimeline time;
    private final LambdaService service;
    private final RequestJournal journal;

    LambdaInMemory(
            String account, VirtualTimeline time, LambdaService service, RequestJournal journal) {
        this.account = account;
        this.time = time;
        this.service = service;
        this.journal = journal;
    }

    @Override
    public <T> Ticket submit(Order<T> order) {
        var pin =
                time.after(
                        TRIP,
                        () -> {
                            if (!silent) {
                                order.then().accept(outcome(order));
                            }
                        });
        return () -> {
            pin.close();
            return false;
        };
    }

    private <T> Outcome<T> outcome(Order<T> order) {
        var request = order.call().request();
        try {
            if (!order.gate().open()) {
                return new Outcome.Withdrawn<>();
            }
            fault.strike(request);
            var answered = Json.obj("data", answer(request));
            var hidden = JsonText.hidden(answered, new LambdaCloudProvider().secrets()::contains);
            var answer = new Answer(200, Map.of(), hidden, JsonText.masked(hidden).length());
            write(order, 200, "", JsonText.pretty(hidden));
            return new Outcome.Value<>(order.call().decode().apply(answer), answer);
        } catch (LambdaError e) {
            write(order, e.status(), e.code(), e.getMessage());
            return new Outcome.Failed<>(
                    new CloudException.Refused(
                            e.status(), new Refusal(e.code(), e.getMessage(), "")));
        } catch (CloudException e) {
            write(order, 0, e.getClass().getSimpleName(), "");
            return new Outcome.Failed<>(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void write(Order<?> order, int status, String problem, String response) {
        var request = order.call().request();
        var path = request.path(v -> v);
        journal.add(
                new RequestEntry(
                        journal.number(),
                        account,
                        order.why(),
                        order.urgency().name().toLowerCase(Locale.ROOT),
                        time.now(),
                        Duration.ofMillis(340),
                        request.method(),
                        path,
                        status,
                        problem,
                        TRIP,
                        response.length(),
                        0,
                        request.method() + " " + path + "\nAuthorization: Bearer ••••••••",
                        PackedText.of(
                                "HTTP/1.1 "
                                        + status
                                        + "\nContent-Type: application/json\n\n"
                                        + response),
                        "curl -H 'Authorization: Bearer $LAMBDA_API_KEY' https://cloud.lambda.ai"
                                + path));
    }

    private Json answer(Request request) {
        var body = request.body();
        var id = request.values().isEmpty() ? "" : request.values().getFirst();
        var operation = request.method() + " " + request.template().substring(V1.length());
        return switch (operation) {
            case "GET instances" -> instances.apply(service.instances(Optional.empty()));
            case "GET instances/{id}" -> service.instance(id);
            case "GET firewall-rulesets/{id}" -> service.ruleset(id);
            case "POST instances/{id}" -> service.rename(id, body);
            case "GET instance-types" -> service.types();
            case "POST instance-operations/launch" -> service.launch(body);
            case "POST instance-operations/restart" -> service.restart(body);
            case "POST instance-operations/terminate" -> service.terminate(body);
            case "GET file-systems" -> service.fileSystems();
            case "GET firewall-rulesets" -> service.rulesets();
            case "GET firewall-rulesets/global" -> service.globalRuleset();
            case "GET firewall-rules" -> service.inboundRules();
            case "GET ssh-keys" -> service.sshKeys();
            case "POST ssh-keys" -> service.addSshKey(body);
            case "GET images" -> service.images();
            default -> throw new AssertionError("not played here: " + operation);
        };
    }
}
