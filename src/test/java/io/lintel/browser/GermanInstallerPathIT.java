package io.lintel.browser;

/** In German: each page on the way is looked at for words that were left in English. */
@BrowserTest
class GermanInstallerPathIT extends InstallerPath {

    GermanInstallerPathIT() {
        super("de", "de-AT");
    }
}
