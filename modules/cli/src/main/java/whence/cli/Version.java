package whence.cli;

import picocli.CommandLine;

/// `whence 0.1.0`, from the jar's manifest.
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"whence " + (version == null ? "(not packaged)" : version)};
    }
}
