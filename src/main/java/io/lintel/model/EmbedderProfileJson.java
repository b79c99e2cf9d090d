package io.lintel.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.model.EmbedderProfile.AssumedSite;

/** An embedder's profile as {@code catalog.json} and the files of a calibration hold it. */
public final class EmbedderProfileJson {

    private EmbedderProfileJson() {}

    /** Reads a profile. @throws IllegalArgumentException saying which field is wrong */
    public static EmbedderProfile read(String json) {
        return JsonField.parse("profile", json).as(EmbedderProfileJson::read);
    }

    /** Writes a profile. */
    public static String write(EmbedderProfile profile) {
        return tree(profile).toPrettyString();
    }

    static EmbedderProfile read(JsonField profile) {
        return new EmbedderProfile(
                new ScoreTable(
                        profile.at("population").text(),
                        profile.at("score-to-fmr").elements().stream()
                                .map(point -> new ScoreTable.Point(
                                        point.at("fmr").number(),
                                        point.at("score").number()))
                                .toList()),
                profile.at("lowest-threshold").number(),
                profile.at("least-settable").number(),
                profile.at("unmeasured-site-surcharge").number(),
                assumedSite(profile.at("assumed-site")),
                profile.at("margin").number(),
                profile.at("vote-slack").number(),
                profile.at("clear-by").number(),
                profile.at("continuity").number(),
                profile.at("same-face").number(),
                profile.at("same-shot").number(),
                profile.at("look-alike").number());
    }

    private static AssumedSite assumedSite(JsonField site) {
        return new AssumedSite(
                site.at("mean").number(),
                site.at("deviation").number(),
                site.at("sample-deviation").number(),
                site.at("population").text());
    }

    static ObjectNode tree(EmbedderProfile profile) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("population", profile.scores().population());
        ArrayNode points = tree.putArray("score-to-fmr");
        profile.scores()
                .points()
                .forEach(point -> points.addObject().put("fmr", point.fmr()).put("score", point.score()));
        tree.put("lowest-threshold", profile.lowestThreshold());
        tree.put("least-settable", profile.leastSettable());
        tree.put("unmeasured-site-surcharge", profile.unmeasuredSiteSurcharge());
        tree.putObject("assumed-site")
                .put("mean", profile.assumedSite().mean())
                .put("deviation", profile.assumedSite().deviation())
                .put("sample-deviation", profile.assumedSite().sampleDeviation())
                .put("population", profile.assumedSite().population());
        tree.put("margin", profile.margin());
        tree.put("vote-slack", profile.voteSlack());
        tree.put("clear-by", profile.clearBy());
        tree.put("continuity", profile.continuity());
        tree.put("same-face", profile.sameFace());
        tree.put("same-shot", profile.sameShot());
        tree.put("look-alike", profile.lookAlike());
        return tree;
    }
}
