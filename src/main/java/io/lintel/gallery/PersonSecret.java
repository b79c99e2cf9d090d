package io.lintel.gallery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the seal of a person's row holds: the personal data, and which rows belong to the person now, so that one that was deleted and put
 * back by hand, or an older PIN, is found.
 *
 * @param consentPurpose null when no consent is recorded
 * @param templates the ids of all the person's templates
 * @param pinMark the end of the sealed PIN in force; empty when there is none
 */
record PersonSecret(
        PersonName name, String note, @Nullable String consentPurpose, List<Long> templates, byte[] pinMark) {

    private static final int VERSION = 1;
    private static final int PIN_MARK_BYTES = 16;

    PersonSecret {
        templates = List.copyOf(templates);
    }

    static PersonSecret of(PersonDraft draft) {
        return new PersonSecret(
                draft.name(),
                draft.note(),
                draft.consent() == null ? null : draft.consent().purpose(),
                List.of(),
                new byte[0]);
    }

    PersonSecret with(Person person) {
        return new PersonSecret(
                person.name(),
                person.note(),
                person.consent() == null ? null : person.consent().purpose(),
                templates,
                pinMark);
    }

    PersonSecret withTemplates(List<Long> ids) {
        return new PersonSecret(name, note, consentPurpose, ids, pinMark);
    }

    /** @param sealed null when the PIN is removed */
    PersonSecret withPin(byte @Nullable [] sealed) {
        byte[] mark = sealed == null
                ? new byte[0]
                : Arrays.copyOfRange(sealed, sealed.length - PIN_MARK_BYTES, sealed.length);
        return new PersonSecret(name, note, consentPurpose, templates, mark);
    }

    /** Whether that is the sealed PIN in force. @param sealed null when there is none */
    boolean hasPin(byte @Nullable [] sealed) {
        return sealed == null
                ? pinMark.length == 0
                : sealed.length > PIN_MARK_BYTES && Arrays.equals(withPin(sealed).pinMark, pinMark);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(name.value());
            out.writeUTF(note);
            out.writeBoolean(consentPurpose != null);
            if (consentPurpose != null) {
                out.writeUTF(consentPurpose);
            }
            out.writeInt(templates.size());
            for (long template : templates) {
                out.writeLong(template);
            }
            out.writeByte(pinMark.length);
            out.write(pinMark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws GalleryException if the bytes are of another form, such as a newer Lintel's */
    static PersonSecret decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("form " + version);
            }
            PersonName name = new PersonName(in.readUTF());
            String note = in.readUTF();
            String purpose = in.readBoolean() ? in.readUTF() : null;
            int count = in.readInt();
            List<Long> templates = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                templates.add(in.readLong());
            }
            return new PersonSecret(name, note, purpose, templates, in.readNBytes(in.readByte()));
        } catch (IOException e) {
            throw new GalleryException(
                    "a person's data has a form that this Lintel does not know: " + e.getMessage(),
                    "install the version again that wrote it");
        }
    }
}
