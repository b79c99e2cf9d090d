package io.lintel.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Locale;

/**
 * What encrypts a backup or opens one, in the terms of the age format (age-encryption.org/v1): a passphrase does both; a recipient
 * ({@code age1…}) only encrypts; its identity ({@code AGE-SECRET-KEY-1…}) only opens, and need not be on the box.
 */
public sealed interface BackupKey {

    /** What encrypts. */
    sealed interface Encrypting extends BackupKey {

        /**
         * The stanzas of a file, and a key that opens it again right afterwards.
         *
         * @param writers who will be able to read it
         * @param readBack opens the file in this process, to verify it
         */
        record Stanzas(List<RecipientStanzaWriter> writers, Opening readBack) {}

        Stanzas stanzas() throws GeneralSecurityException;
    }

    /** What opens. */
    sealed interface Opening extends BackupKey {

        RecipientStanzaReader reader() throws GeneralSecurityException;
    }

    /** @param text at least twelve characters: whoever finds the file may guess for years */
    record Passphrase(String text) implements Encrypting, Opening {

        public static final int SHORTEST = 12;

        /** @throws BackupException if it is too short to encrypt with */
        @Override
        public Stanzas stanzas() {
            if (text.codePointCount(0, text.length()) < SHORTEST) {
                throw new BackupException(
                        "the passphrase for backups has fewer than " + SHORTEST + " characters",
                        "use a longer one, such as five or six random words");
            }
            return new Stanzas(List.of(new ScryptStanza(text)), this);
        }

        @Override
        public RecipientStanzaReader reader() {
            return new ScryptStanza(text);
        }

        @Override
        public String toString() {
            return "passphrase";
        }
    }

    /** @param text {@code age1…} */
    record Recipient(String text) implements Encrypting {

        /** Also to a key of this process, made now and kept nowhere: it reads the file back once. */
        @Override
        public Stanzas stanzas() throws GeneralSecurityException {
            KeyPair own = new X25519KeyPairGenerator().generateKeyPair();
            return new Stanzas(
                    List.of(writer(text), writer(own.getPublic().toString())),
                    new Identity(own.getPrivate().toString()));
        }

        /** @throws BackupException if it is no recipient */
        public Recipient checked() {
            try {
                writer(text);
                return this;
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new BackupException(
                        "\"" + text + "\" is not an age recipient",
                        "it begins with age1; 'lintel backup key' or age-keygen makes one",
                        e);
            }
        }

        private static RecipientStanzaWriter writer(String recipient) throws GeneralSecurityException {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
        }
    }

    /** @param text {@code AGE-SECRET-KEY-1…} */
    record Identity(String text) implements Opening {

        /** @throws BackupException if it is no identity */
        @Override
        public RecipientStanzaReader reader() {
            try {
                return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(text);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new BackupException(
                        "that is not an age identity", "it is one line that begins with AGE-SECRET-KEY-1", e);
            }
        }

        @Override
        public String toString() {
            return "identity";
        }
    }

    /** A new identity and its recipient. */
    record NewIdentity(Identity identity, Recipient recipient) {

        public static NewIdentity make() {
            try {
                KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
                return new NewIdentity(
                        new Identity(pair.getPrivate().toString()),
                        new Recipient(pair.getPublic().toString()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no X25519", e);
            }
        }
    }

    /**
     * What opens a backup, out of the text of a key file: an identity file of age (lines that begin with # are comments), else a passphrase.
     */
    static Opening opening(String keyFile) {
        List<String> lines = keyFile.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        return lines.stream()
                .filter(line -> line.toUpperCase(Locale.ROOT).startsWith("AGE-SECRET-KEY-"))
                .findFirst()
                .<Opening>map(Identity::new)
                .orElseGet(() -> new Passphrase(keyFile.strip()));
    }
}
