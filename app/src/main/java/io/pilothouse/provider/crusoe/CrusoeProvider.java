package io.pilothouse.provider.crusoe;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.Refusals;
import io.pilothouse.provider.crusoe.api.Signature;
import io.pilothouse.provider.crusoe.catalog.Capacities;
import io.pilothouse.provider.crusoe.catalog.Images;
import io.pilothouse.provider.crusoe.catalog.VmTypes;
import io.pilothouse.provider.crusoe.compute.Vms;
import io.pilothouse.provider.crusoe.network.FirewallRules;
import io.pilothouse.provider.crusoe.network.IbNetworks;
import io.pilothouse.provider.crusoe.network.IbPartitions;
import io.pilothouse.provider.crusoe.network.LoadBalancers;
import io.pilothouse.provider.crusoe.network.Networks;
import io.pilothouse.provider.crusoe.network.Subnets;
import io.pilothouse.provider.crusoe.organisation.FeatureFlags;
import io.pilothouse.provider.crusoe.organisation.Identities;
import io.pilothouse.provider.crusoe.organisation.Locations;
import io.pilothouse.provider.crusoe.organisation.OperationTypes;
import io.pilothouse.provider.crusoe.organisation.Organizations;
import io.pilothouse.provider.crusoe.organisation.Projects;
import io.pilothouse.provider.crusoe.organisation.Reservations;
import io.pilothouse.provider.crusoe.organisation.SshKeys;
import io.pilothouse.provider.crusoe.organisation.Tokens;
import io.pilothouse.provider.crusoe.organisation.Usage;
import io.pilothouse.provider.crusoe.storage.Disks;
import io.pilothouse.provider.crusoe.storage.Snapshots;
import io.pilothouse.provider.crusoe.template.Groups;
import io.pilothouse.provider.crusoe.template.Templates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Crusoe Cloud: VMs with GPUs, their disks and networks, in projects of organisations.
public final class CrusoeProvider implements Provider {
    @Override
    public String id() {
        return "crusoe";
    }

    /// It ends in the API's version, which is part of what is signed.
    @Override
    public String endpoint() {
        return "https://api.cloud.crusoe.ai/v1alpha5";
    }

    @Override
    public Form credentials() {
        return Form.of(
                Field.of(Signature.ACCESS_KEY, Input.Line.upTo(Choose.NAME_MOST)),
                Field.of(Signature.SECRET_KEY, new Input.Hidden()));
    }

    @Override
    public Auth auth() {
        return Signature.AUTH;
    }

    /// No rates are published; this is what a considerate client would do.
    @Override
    public Map<String, Budget> budgets() {
        return Map.of(ApiCall.ALL, Budget.polite(10, Duration.ofSeconds(1), 4));
    }

    /// Scripts often hold tokens.
    @Override
    public Set<String> secrets() {
        return Set.of("secret_key", "startup_script", "shutdown_script");
    }

    @Override
    public Refusal refusal(int status, Json body) {
        return Refusals.of(body);
    }

    @Override
    public SequencedMap<String, ApiCall<Json>> discover(Json options) {
        var calls = new LinkedHashMap<String, ApiCall<Json>>();
        calls.put("identity", ApiCall.read(Identities.WHO_AM_I));
        return Collections.unmodifiableSequencedMap(calls);
    }

    @Override
    public Cloud cloud(Map<String, Json> discovered, Json options) {
        var types = new ArrayList<ResourceType>();
        types.addAll(
                List.of(
                        Organizations.type(),
                        Projects.type(),
                        Reservations.type(),
                        Locations.type(),
                        Capacities.type(),
                        VmTypes.type(),
                        Images.type(),
                        Vms.type(),
                        Disks.type(),
                        Snapshots.type(),
                        Templates.type(),
                        Groups.type(),
                        Networks.type(),
                        Subnets.type(),
                        FirewallRules.type(),
                        LoadBalancers.type(),
                        IbNetworks.type(),
                        IbPartitions.type(),
                        SshKeys.type(),
                        Tokens.type(),
                        Identities.type(),
                        FeatureFlags.type()));
        types.addAll(OperationTypes.all());
        return new Cloud(
                List.copyOf(types),
                List.of(Usage.report()),
                List.of("note.crusoe.signature", "note.crusoe.prices", "note.crusoe.states"));
    }
}
