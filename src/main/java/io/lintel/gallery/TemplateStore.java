package io.lintel.gallery;

import io.lintel.face.HeadPose;
import io.lintel.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The template rows, inside {@link GalleryStore}'s transactions. */
final class TemplateStore {

    private final TemplateCodec codec;

    TemplateStore(TemplateCodec codec) {
        this.codec = codec;
    }

    List<Template> add(Sql sql, PersonId owner, List<TemplateDraft> drafts, Instant now) throws SQLException {
        List<Template> added = new ArrayList<>();
        for (TemplateDraft draft : drafts) {
            ShotQuality quality = draft.quality();
            long id = sql.number(
                    "INSERT INTO template (person, model, source, variants, codec, embedding, inter_ocular, sharpness,"
                            + " brightness, contrast, yaw, pitch, roll, created)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                    owner.value(),
                    draft.modelId(),
                    draft.source().name(),
                    draft.variants(),
                    codec.number(),
                    codec.encode(owner, draft.embedding()),
                    quality.interOcularPixels(),
                    quality.sharpness(),
                    quality.brightness(),
                    quality.contrast(),
                    quality.pose().yaw(),
                    quality.pose().pitch(),
                    quality.pose().roll(),
                    now.toEpochMilli());
            if (draft.portrait() != null) {
                PortraitStore.add(sql, owner, id, draft.portrait());
            }
            added.add(new Template(
                    id,
                    owner,
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

    Optional<Template> remove(Sql sql, PersonId owner, long template) throws SQLException {
        Optional<Template> found = sql.first(
                "SELECT * FROM template WHERE id = ? AND person = ?", TemplateStore::template, template, owner.value());
        sql.update("DELETE FROM template WHERE id = ? AND person = ?", template, owner.value());
        return found;
    }

    int removeAll(Sql sql, PersonId owner) throws SQLException {
        return sql.update("DELETE FROM template WHERE person = ?", owner.value());
    }

    /** Person by person. */
    void visit(Sql sql, GalleryStore.Visitor visitor) throws SQLException {
        sql.each("SELECT person, model, codec, embedding FROM template ORDER BY person, id", row -> {
            PersonId owner = new PersonId(row.getLong(1));
            try {
                if (row.getInt(3) != codec.number()) {
                    throw new IllegalArgumentException("codec " + row.getInt(3));
                }
                visitor.template(owner, row.getString(2), codec.decode(owner, row.getBytes(4)));
            } catch (IllegalArgumentException e) {
                visitor.unreadable();
            }
            return true;
        });
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
