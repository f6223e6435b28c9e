package uk.muster.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The six programs of an instance, with the addresses at which they find each other. */
final class Servers {

    static final String KAFKA = "kafka";
    static final String DOCUMENTS = "documents";
    static final String COMMANDS = "command-service";
    static final String QUERIES = "query-service";
    static final String IDENTITY = "identity";
    static final List<String> NAMES = List.of(Postgres.NAME, KAFKA, DOCUMENTS, COMMANDS, QUERIES, IDENTITY);

    /** What the console calls itself at the provider, and under which its secret is kept. */
    private static final String CONSOLE = "muster-console";

    /** What requests leave behind is collected the more cheaply the more rarely it is. */
    private static final List<String> COMMANDS_HEAP = List.of("-Xmx896m", "-Xmn512m");

    private static final List<String> QUERIES_HEAP = List.of("-Xmx512m");

    /** What was changed lives until it is written, for about a second, and should be gone before it is taken for old. */
    private static final List<String> DOCUMENTS_HEAP = List.of("-Xmx832m", "-Xmn512m", "-XX:SurvivorRatio=4");

    private final DataFolder folder;
    private final Options options;
    private final Map<String, String> classPaths;
    private final StartCaches caches;
    private final Secrets secrets;
    private final int partitions;
    private final int postgresPort;
    private final int kafkaPort;
    private final int controllerPort;
    private final int documentsPort;

    Servers(DataFolder folder, Options options, ClassPaths classPaths, StartCaches caches, Secrets secrets)
            throws IOException {
        this.folder = folder;
        this.options = options;
        this.classPaths = Map.of(
                COMMANDS, classPaths.of(COMMANDS),
                QUERIES, classPaths.of(QUERIES),
                IDENTITY, classPaths.of("infra/" + IDENTITY));
        this.caches = caches;
        this.secrets = secrets;
        this.partitions = Partitions.of(folder);
        var ports = new Ports(options.commandPort(), options.queryPort(), options.identityPort());
        this.postgresPort = ports.free();
        this.kafkaPort = ports.free();
        this.controllerPort = ports.free();
        this.documentsPort = ports.free();
    }

    URI commandAddress() {
        return URI.create("http://127.0.0.1:" + options.commandPort());
    }

    URI queryAddress() {
        return URI.create("http://127.0.0.1:" + options.queryPort());
    }

    URI identityAddress() {
        return URI.create("http://127.0.0.1:" + options.identityPort());
    }

    /** Ports of the stores by name. */
    Map<String, Integer> storePorts() {
        return Map.of(Postgres.NAME, postgresPort, KAFKA, kafkaPort, DOCUMENTS, documentsPort);
    }

    Server postgres() {
        return new Postgres(folder, secrets, postgresPort, PostgresPrograms.forThisMachine(folder));
    }

    Server kafka() {
        return own(
                KAFKA,
                List.of("-Xmx256m"),
                Broker.class,
                folder.kafka(),
                Integer.toString(kafkaPort),
                Integer.toString(controllerPort));
    }

    Server documents() {
        return own(DOCUMENTS, DOCUMENTS_HEAP, DocumentStore.class, folder.documents(), Integer.toString(documentsPort));
    }

    /** A program of this module: it is given its folder, its ports and the file in which it says that it is ready. */
    private Server own(String name, List<String> heap, Class<?> mainClass, Path place, String... ports) {
        var readyFile = readyFile(folder, name);
        var arguments = new ArrayList<String>();
        arguments.add(place.toString());
        arguments.addAll(List.of(ports));
        arguments.add(readyFile.file().toString());
        var jvm = new ArrayList<>(heap);
        jvm.addAll(
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        jvm.addAll(caches.options(name));
        var command =
                Commands.java(folder, jvm, ClassPaths.own(), mainClass.getName(), arguments.toArray(String[]::new));
        return new JavaServer(name, command, readyFile::says);
    }

    /** Where a program of this module says that it is ready. */
    static ReadyFile readyFile(DataFolder folder, String name) {
        return new ReadyFile(folder.run().resolve(name + ".ready"));
    }

    JavaServer commandService() {
        var environment = commonEnvironment("muster_command", options.commandPort());
        environment.put("MUSTER_KAFKA_PARTITIONS", Integer.toString(partitions));
        environment.put("MUSTER_DATABASE_MIGRATION_USER", "muster_owner");
        environment.put("MUSTER_DATABASE_MIGRATION_PASSWORD", secrets.password("muster_owner"));
        environment.put("MUSTER_CHECKPOINTS_KEY_FILE", folder.checkpointKey().toString());
        environment.put(
                "MUSTER_CHECKPOINTS_PUBLIC_KEY_FILE",
                folder.checkpointPublicKey().toString());
        environment.put("MUSTER_CHECKPOINTS_FILE", folder.checkpoint().toString());
        environment.put("MUSTER_BACKUPS_FOLDER", folder.backups().toString());
        environment.putAll(mailSettings());
        return service(COMMANDS, "uk.muster.command.CommandService", environment, clockStart(), commandAddress());
    }

    /** The mail server is not of this folder: whoever starts the launcher says where it is, and without it messages wait. */
    private static Map<String, String> mailSettings() {
        return System.getenv().entrySet().stream()
                .filter(each -> each.getKey().startsWith("MUSTER_MAIL_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    JavaServer queryService() {
        var environment = commonEnvironment("muster_query", options.queryPort());
        environment.put("MUSTER_MONGODB_URI", "mongodb://127.0.0.1:" + documentsPort);
        environment.put("MUSTER_MONGODB_DATABASE", "muster");
        environment.put("MUSTER_CONSOLE_COMMANDS", commandAddress().toString());
        environment.put("MUSTER_CONSOLE_OIDC_ISSUER", identityAddress().toString());
        environment.put("MUSTER_CONSOLE_OIDC_CLIENT_ID", CONSOLE);
        environment.put("MUSTER_CONSOLE_OIDC_CLIENT_SECRET", secrets.password(CONSOLE));
        environment.put("MUSTER_ACCESS_PASSWORD", secrets.password("muster_access"));
        var onceOnly = new HashMap<>(clockStart());
        if (options.rebuild()) {
            onceOnly.put("MUSTER_REBUILD", "true");
        }
        return service(QUERIES, "uk.muster.query.QueryService", environment, onceOnly, queryAddress());
    }

    /** The provider of invented people; it needs nothing of the others. */
    JavaServer identity() {
        var files = new IdentityFiles(folder.identity());
        var environment = new HashMap<>(ownAddress(options.identityPort()));
        environment.putAll(Map.of(
                "MUSTER_PROVIDER_ISSUER", identityAddress().toString(),
                "MUSTER_PROVIDER_CONSOLE", queryAddress().toString(),
                "MUSTER_PROVIDER_CLIENT_ID", CONSOLE,
                "MUSTER_PROVIDER_CLIENT_SECRET", secrets.password(CONSOLE),
                "MUSTER_PROVIDER_PRIVATE_KEY_FILE", files.privateKeyFile().toString(),
                "MUSTER_PROVIDER_PUBLIC_KEY_FILE", files.publicKeyFile().toString(),
                "MUSTER_PROVIDER_PEOPLE_FILE", files.peopleFile().toString()));
        var options = new ArrayList<>(List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"));
        options.addAll(caches.options(IDENTITY));
        var command = Commands.java(folder, options, classPaths.get(IDENTITY), "uk.muster.identity.IdentityProvider");
        return new JavaServer(IDENTITY, command, environment, Map.of(), _ -> Readiness.ofProvider(identityAddress()));
    }

    /** A trial begins once: a service that is started again goes on from the instant reached, which is stored. */
    private Map<String, String> clockStart() {
        return options.clock()
                .map(start -> Map.of("MUSTER_CLOCK_START", start.toString()))
                .orElse(Map.of());
    }

    private JavaServer service(
            String name, String mainClass, Map<String, String> environment, Map<String, String> onceOnly, URI address) {
        var options = jvmOptions(name);
        options.addAll(caches.options(name));
        var command = Commands.java(folder, options, classPaths.get(name), mainClass);
        return new JavaServer(name, command, environment, onceOnly, _ -> Readiness.of(address));
    }

    /** Its heap, or what {@code MUSTER_COMMAND_SERVICE_JVM} and {@code MUSTER_QUERY_SERVICE_JVM} say after it. */
    private static List<String> jvmOptions(String service) {
        var options = new ArrayList<>(service.equals(COMMANDS) ? COMMANDS_HEAP : QUERIES_HEAP);
        var variable = "MUSTER_" + service.toUpperCase(Locale.ROOT).replace('-', '_') + "_JVM";
        System.getenv()
                .getOrDefault(variable, "")
                .lines()
                .flatMap(line -> Arrays.stream(line.strip().split(" +", -1)))
                .filter(option -> !option.isEmpty())
                .forEach(options::add);
        return options;
    }

    private Map<String, String> commonEnvironment(String databaseRole, int port) {
        var environment = new HashMap<>(ownAddress(port));
        environment.putAll(Map.of(
                "MUSTER_DATABASE_URL", Postgres.url(postgresPort, Postgres.DATABASE),
                "MUSTER_DATABASE_USER", databaseRole,
                "MUSTER_DATABASE_PASSWORD", secrets.password(databaseRole),
                "MUSTER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafkaPort,
                "MUSTER_KEYS_MASTER_FILE", folder.masterKey().toString(),
                "MUSTER_IDENTITY_PUBLIC_KEY_FILE",
                        new IdentityFiles(folder.identity()).publicKeyFile().toString()));
        return environment;
    }

    private static Map<String, String> ownAddress(int port) {
        return Map.of("SERVER_PORT", Integer.toString(port), "SERVER_ADDRESS", "127.0.0.1");
    }
}
