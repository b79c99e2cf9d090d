package io.lintel.browser;

/** In English. */
@BrowserTest
class InstallerPathIT extends InstallerPath {

    InstallerPathIT() {
        super("en", "en-GB");
    }
}
