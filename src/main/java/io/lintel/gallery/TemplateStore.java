package io.lintel.gallery;

import io.lintel.crypto.FieldCipher;
import io.lintel.crypto.SealException;
import io.lintel.crypto.SealedField;
import io.lintel.face.HeadPose;
import io.lintel.storage.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The template rows, inside {@link GalleryStore}'s transactions. */
final class TemplateStore {

    /** How an embedding is written into its row; 1 was in the clear. */
    static final int SEALED = 2;

    private static final byte[] NOT_YET = {};

    List<Template> add(Sql sql, SealedPerson owner, List<TemplateDraft> drafts, Instant now) throws SQLException {
        List<Template> added = new ArrayList<>();
        for (TemplateDraft draft : drafts) {
            ShotQuality quality = draft.quality();
            PersonId person = owner.person().id();
            // The row's number is part of what is sealed.
            long id = sql.number(
                    "INSERT INTO template (person, model, source, variants, codec, embedding, inter_ocular, sharpness,"
                            + " brightness, contrast, yaw, pitch, roll, created)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    person.value(),
                    draft.modelId(),
                    draft.source().name(),
                    draft.variants(),
                    SEALED,
                    NOT_YET,
                    quality.interOcularPixels(),
                    quality.sharpness(),
                    quality.brightness(),
                    quality.contrast(),
                    quality.pose().yaw(),
                    quality.pose().pitch(),
                    quality.pose().roll(),
                    now.toEpochMilli());
            seal(sql, owner.cipher(), id, draft.modelId(), TemplateCodec.encode(draft.embedding()));
            if (draft.portrait() != null) {
                PortraitStore.add(sql, owner.cipher(), person, id, draft.portrait());
            }
            added.add(new Template(
                    id,
                    person,
                    draft.modelId(),
                    draft.source(),
                    draft.variants(),
                    quality,
                    Instant.ofEpochMilli(now.toEpochMilli())));
        }
        return added;
    }

    List<Template> list(Sql sql, PersonId owner) throws SQLException {
        return sql.list("SELECT * FROM template WHERE person = ? ORDER BY id", TemplateStore::template, owner.value());
    }

    /**
     * The templates of somebody, as another box can take them over.
     *
     * @throws GalleryException if one was altered or is missing
     */
    List<TemplateDraft> copies(Sql sql, SealedPerson owner) throws SQLException {
        PersonId person = owner.person().id();
        Set<Long> missing = new HashSet<>(owner.secret().templates());
        List<TemplateDraft> copies = sql.list(
                "SELECT template.*, jpeg FROM template LEFT JOIN template_portrait ON template_portrait.template = template.id"
                        + " WHERE template.person = ? ORDER BY template.id",
                row -> copy(row, owner.cipher(), missing),
                person.value());
        if (!missing.isEmpty()) {
            throw unreadable(person);
        }
        return copies;
    }

    private static TemplateDraft copy(ResultSet row, FieldCipher cipher, Set<Long> missing) throws SQLException {
        Template template = template(row);
        long id = template.id();
        byte[] jpeg = row.getBytes("jpeg");
        try {
            if (!missing.remove(id) || row.getInt("codec") != SEALED) {
                throw unreadable(template.person());
            }
            return new TemplateDraft(
                    TemplateCodec.decode(cipher.open(
                            SealedField.TEMPLATE, id, context(template.modelId()), row.getBytes("embedding"))),
                    template.modelId(),
                    template.source(),
                    template.variants(),
                    template.quality(),
                    jpeg == null ? null : new Portrait(cipher.open(SealedField.PORTRAIT, id, jpeg)));
        } catch (IllegalArgumentException | SealException e) {
            throw unreadable(template.person());
        }
    }

    private static GalleryException unreadable(PersonId person) {
        return new GalleryException(
                "The templates of number " + person + " cannot be read whole",
                "restore the last backup, or remove the person and enrol them again");
    }

    List<Template> all(Sql sql) throws SQLException {
        return sql.list("SELECT * FROM template ORDER BY person, id", TemplateStore::template);
    }

    Optional<Template> remove(Sql sql, PersonId owner, long template) throws SQLException {
        Optional<Template> found = sql.first(
                "SELECT * FROM template WHERE id = ? AND person = ?", TemplateStore::template, template, owner.value());
        sql.update("DELETE FROM template WHERE id = ? AND person = ?", template, owner.value());
        return found;
    }

    int removeAll(Sql sql, PersonId owner) throws SQLException {
        return sql.update("DELETE FROM template WHERE person = ?", owner.value());
    }

    /** Replaces an embedding by its sealed form. */
    static void seal(Sql sql, FieldCipher cipher, long template, String model, byte[] embedding) throws SQLException {
        sql.update(
                "UPDATE template SET codec = ?, embedding = ? WHERE id = ?",
                SEALED,
                cipher.seal(SealedField.TEMPLATE, template, context(model), embedding),
                template);
    }

    /** Person by person. A template counts only while its owner's seal names it. */
    void visit(Sql sql, Map<Long, SealedPerson> owners, GalleryStore.Visitor visitor) throws SQLException {
        Set<Long> missing = new HashSet<>();
        owners.values().forEach(owner -> missing.addAll(owner.secret().templates()));
        sql.each("SELECT id, person, model, codec, embedding FROM template ORDER BY person, id", row -> {
            long id = row.getLong(1);
            SealedPerson owner = owners.get(row.getLong(2));
            try {
                if (owner == null || !missing.remove(id) || row.getInt(4) != SEALED) {
                    throw new IllegalArgumentException("does not belong here");
                }
                String model = row.getString(3);
                byte[] embedding = owner.cipher().open(SealedField.TEMPLATE, id, context(model), row.getBytes(5));
                visitor.template(owner.person().id(), model, TemplateCodec.decode(embedding));
            } catch (IllegalArgumentException | SealException e) {
                visitor.unreadable();
            }
            return true;
        });
        missing.forEach(gone -> visitor.unreadable());
    }

    private static byte[] context(String model) {
        return model.getBytes(StandardCharsets.UTF_8);
    }

    private static Template template(ResultSet row) throws SQLException {
        return new Template(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                row.getString("model"),
                TemplateSource.valueOf(row.getString("source")),
                row.getInt("variants"),
                new ShotQuality(
                        row.getFloat("inter_ocular"),
                        row.getFloat("sharpness"),
                        row.getFloat("brightness"),
                        row.getFloat("contrast"),
                        new HeadPose(row.getFloat("yaw"), row.getFloat("pitch"), row.getFloat("roll"))),
                Instant.ofEpochMilli(row.getLong("created")));
    }
}
