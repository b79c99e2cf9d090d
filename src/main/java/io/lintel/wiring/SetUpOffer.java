package io.lintel.wiring;

import io.lintel.account.SetUp;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.tls.SelfSigned;
import io.lintel.config.tls.WebListener;
import io.lintel.system.LintelException;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Offers a box without an account to whoever stands before it: in the log, on its console and on its own door screen. Thread-safe. */
@Singleton
public class SetUpOffer {

    private static final System.Logger LOG = System.getLogger(SetUpOffer.class.getName());

    private final SetUp setUp;
    private final LintelConfig config;

    SetUpOffer(SetUp setUp, LintelConfig config) {
        this.setUp = setUp;
        this.config = config;
    }

    /** Makes the token, once a start. */
    void make() {
        setUp.begin().ifPresent(token -> {
            LOG.log(
                    Level.WARNING,
                    "nobody can sign in yet: open {0}admin/setup in a browser, set-up-token={1}",
                    addresses().getFirst(),
                    token);
            SetUpNotice.of(config).show(token);
        });
    }

    /** Whether the door's own screen has nothing better to show. A demonstration has: its clips. */
    public boolean isForTheDoorScreen() {
        try {
            return RunMode.of(config) == RunMode.DOOR && setUp.isOpen();
        } catch (LintelException e) {
            return false; // The database says nothing yet: the door's screen says what is wrong
        }
    }

    /** Empty while there is none yet, and when it has been used. */
    public Optional<String> token() {
        return setUp.token();
    }

    /** Where browsers find the pages, the likeliest address first; at least one. */
    public List<String> addresses() {
        WebListener web = WebListener.atStart(config);
        if (!web.isOpenToTheNetwork()) {
            return List.of("http://127.0.0.1:" + web.port() + "/");
        }
        return SelfSigned.namesOfThisMachine().stream()
                .filter(name -> !name.contains(":") && !name.equals("localhost") && !name.startsWith("127."))
                // Every network knows an address; a name has to be known to it
                .sorted((a, b) -> Boolean.compare(isAddress(b), isAddress(a)))
                .map(name -> "https://" + name + ":" + web.httpsPort() + "/")
                .toList();
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9.]+");
    }
}
