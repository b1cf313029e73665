package whence.session.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The machine a session was captured on; null wherever the capture does not say.
///
/// @param release as `uname -r` prints it
/// @param version as `uname -v` prints it, or the distribution's package version
/// @param timeZone IANA name
public record Host(
        @Nullable String release,
        @Nullable String version,
        @Nullable String architecture,
        @Nullable String distribution,
        List<String> bootIds,
        @Nullable String machineId,
        @Nullable String timeZone) {
    public Host {
        bootIds = List.copyOf(bootIds);
    }

    static Host of(JsonNode host) {
        return new Host(
                Fact.text(host, "release"),
                Fact.text(host, "version"),
                Fact.text(host, "architecture"),
                Fact.text(host, "distribution"),
                Fact.texts(host, "boot_ids"),
                Fact.text(host, "machine_id"),
                Fact.text(host, "time_zone"));
    }
}
