package io.lintel.site.member;

import io.lintel.system.AtomicFile;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files of a site's servers: for each a folder to be copied to it, with a configuration that Debian's nats-server takes as it is.
 *
 * @param site for people
 */
record ServerFiles(String site, SiteAuthority authority, SiteCertificates certificates, List<ServerAddress> servers) {

    private static final int CLUSTER_PORT = 6222;
    /** Debian's unit keeps it there. */
    private static final String ON_THE_SERVER = "/etc/nats";

    private static final String DATA = "/var/lib/nats";

    ServerFiles {
        servers = List.copyOf(servers);
    }

    /** @throws LintelException if the folder is there already, or cannot be written */
    void write(Path folder) {
        if (Files.exists(folder)) {
            throw new LintelException(folder + " is there already", "name a folder that does not exist yet");
        }
        try {
            Files.createDirectories(folder);
            for (ServerAddress server : servers) {
                Path own = Files.createDirectory(folder.resolve(server.host().replace(':', '-')));
                SiteCertificates.Server certificate = certificates.servers().stream()
                        .filter(each -> each.host().equals(server.host()))
                        .findFirst()
                        .orElseThrow();
                AtomicFile.write(
                        own.resolve("nats-server.conf"), configuration(server, ON_THE_SERVER, DATA), AtomicFile.PUBLIC);
                AtomicFile.write(own.resolve("server.pem"), certificate.certificate(), AtomicFile.PUBLIC);
                AtomicFile.write(own.resolve("server.key"), certificate.key(), AtomicFile.PRIVATE);
                AtomicFile.write(own.resolve("authority.pem"), certificates.authority(), AtomicFile.PUBLIC);
            }
        } catch (IOException e) {
            throw new LintelException(
                    "The servers' files cannot be written to " + folder + ": " + e.getMessage(),
                    "choose a folder where you may write");
        }
    }

    /** @param files where certificate and key lie on the server @param data where it keeps its own */
    String configuration(ServerAddress server, String files, String data) {
        Map<String, String> accounts = Map.of(
                SiteAuthority.publicKey(authority.account()),
                authority.accountToken(site, Map.of()),
                SiteAuthority.publicKey(authority.system()),
                authority.systemAccountToken());
        return """
                # Server of the site "%s", made by 'lintel site create'. It passes sealed messages on; it can read none of them.
                server_name: "%s"
                listen: "0.0.0.0:%d"

                # Boxes trust the site's own authority and no other.
                tls {
                  cert_file: "%s/server.pem"
                  key_file: "%s/server.key"
                }

                # Who may connect is decided by the box that made the site. Who was expelled is told to the server while it runs, and kept in this folder.
                operator: "%s"
                system_account: "%s"
                resolver {
                  type: full
                  dir: "%s/accounts"
                  allow_delete: false
                  interval: "2m"
                }
                resolver_preload {
                %s
                }

                # People, schedules and logs. 100,000 rows of a log take some 60 MB.
                jetstream {
                  store_dir: "%s/jetstream"
                  max_file_store: 10GB
                }
                %s""".formatted(
                        site.replace("\"", "'"),
                        server.host(),
                        server.port(),
                        files,
                        files,
                        authority.operatorToken(site),
                        SiteAuthority.publicKey(authority.system()),
                        data,
                        accounts.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> "  " + each.getKey() + ": \"" + each.getValue() + "\"")
                                .collect(Collectors.joining("\n")),
                        data,
                        servers.size() > 1 ? cluster(files) : "");
    }

    private String cluster(String files) {
        return """

                # The servers of the site hold the same; while two of three run, nothing stops.
                cluster {
                  name: "lintel"
                  listen: "0.0.0.0:%d"
                  tls {
                    cert_file: "%s/server.pem"
                    key_file: "%s/server.key"
                    ca_file: "%s/authority.pem"
                    verify: true
                  }
                  routes: [%s]
                }
                """.formatted(
                CLUSTER_PORT,
                files,
                files,
                files,
                servers.stream()
                        .map(each -> "\"tls://" + (each.host().contains(":") ? "[" + each.host() + "]" : each.host())
                                + ":" + CLUSTER_PORT + "\"")
                        .collect(Collectors.joining(", ")));
    }
}
