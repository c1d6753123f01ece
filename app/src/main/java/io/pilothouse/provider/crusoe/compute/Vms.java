package io.pilothouse.provider.crusoe.compute;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.COST;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Effect.INTERRUPT;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import static java.util.stream.Collectors.joining;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.Optional;
import java.util.stream.Stream;

/// VMs: listed by pages, created, started, stopped, changed and deleted.
public final class Vms {
    private static final String PAGE = "100";

    private Vms() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.VM,
                        Kind.INSTANCE,
                        project -> first(project, Wanted.ALL),
                        Action.on(
                                        SCOPE,
                                        "crusoe.vm.create",
                                        COST,
                                        VmCreation::plan,
                                        Types.VM,
                                        Types.DISK)
                                .asks(VmForm.FORM),
                        Action.on(ROWS, "crusoe.vm.start", COST, Power::start, Types.VM)
                                .off(Power::offStart),
                        Action.on(ROWS, "crusoe.vm.stop", INTERRUPT, Power::stop, Types.VM)
                                .off(Power::offStop),
                        Action.on(ROWS, "crusoe.vm.reset", INTERRUPT, Power::reset, Types.VM)
                                .off(Power::offStop),
                        Action.on(ROW, "crusoe.vm.change-type", COST, TypeChange::plan, Types.VM)
                                .off(Power::offLeaving)
                                .asks(TypeChange::form),
                        Action.on(
                                        ROW,
                                        "crusoe.vm.change-partition",
                                        INTERRUPT,
                                        Updates::partition,
                                        Types.VM)
                                .off(Power::offLeaving)
                                .asks((rows, _) -> Updates.partitionForm(rows.getFirst())),
                        Action.on(
                                        ROW,
                                        "crusoe.vm.change-address",
                                        INTERRUPT,
                                        Updates::address,
                                        Types.VM)
                                .off(Updates::offAddress)
                                .asks((rows, _) -> Updates.addressForm(rows.getFirst())),
                        Action.on(
                                        ROW,
                                        "crusoe.vm.attach",
                                        CHANGE,
                                        Attachments::attach,
                                        Types.VM,
                                        Types.DISK)
                                .off(Power::offLeaving)
                                .asks((rows, _) -> Attachments.attachForm(rows.getFirst())),
                        Action.on(
                                        ROW,
                                        "crusoe.vm.detach",
                                        CHANGE,
                                        Attachments::detach,
                                        Types.VM,
                                        Types.DISK)
                                .off(Attachments::offDetach)
                                .asks((rows, _) -> Attachments.detachForm(rows.getFirst())),
                        Action.on(ROWS, "crusoe.vm.reserve", CHANGE, Reserving::reserve, Types.VM)
                                .off(Reserving::offReserve)
                                .asks(Reserving.FORM),
                        Action.on(ROWS, "crusoe.vm.unreserve", COST, Reserving::unreserve, Types.VM)
                                .off(Reserving::offUnreserve),
                        Action.on(
                                        ROWS,
                                        "crusoe.vm.delete",
                                        DESTROY,
                                        ask -> Operations.deletions(Collection.VMS, ask.targets()),
                                        Types.VM,
                                        Types.DISK)
                                .off(Power::offLeaving))
                .within(Types.PROJECT)
                .narrowed((project, wanted) -> Optional.of(first(project, wanted)))
                .read(CrusoeApi.one(Collection.VMS.one(), VmRow::decode))
                .columns(Facts.PRIVATE_IP, CrusoeFacts.RESERVATION);
    }

    private static ApiCall<Page> first(Optional<Resource> project, Wanted wanted) {
        var request =
                Request.get(Collection.VMS.path(), project.orElseThrow().id())
                        .query("states", list(wanted.states().stream().map(VmRow::state)))
                        .query("types", list(wanted.types().stream()))
                        .query("locations", list(wanted.regions().stream()))
                        .query("limit", Optional.of(PAGE));
        return page(request, Optional.empty());
    }

    /// Values with commas, always in the same order: equal requests are one.
    private static Optional<String> list(Stream<String> values) {
        return Optional.of(values.sorted().collect(joining(","))).filter(l -> !l.isEmpty());
    }

    /// The next page is asked for by the token that this one ends with; an empty one ends the list.
    private static ApiCall<Page> page(Request request, Optional<String> token) {
        return ApiCall.read(request.query("next_token", token))
                .as(
                        answer -> {
                            var page = Page.of(Types.VM, CrusoeApi.items(answer), VmRow::decode);
                            return answer.text("next_page_token")
                                    .map(next -> page.then(page(request, Optional.of(next))))
                                    .orElse(page);
                        });
    }
}
