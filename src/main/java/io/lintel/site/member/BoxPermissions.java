package io.lintel.site.member;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.site.SiteSubjects;
import java.util.List;
import java.util.stream.Stream;

/** On which subjects somebody may publish and listen (docs/decisions/0233-many-doors.md). Immutable. */
record BoxPermissions(List<String> publish, List<String> subscribe) {

    private static final List<String> STREAMS = List.of(
            SiteSubjects.streamOf(SiteSubjects.SHARED), SiteSubjects.streamOf(SiteSubjects.BOXES), SiteSubjects.LOG);

    /** @param box public key @param founder whether it may also make the site's streams and answer those who join */
    static BoxPermissions of(String box, boolean founder) {
        Stream<String> publish = Stream.of(
                SiteSubjects.subjectOf(SiteSubjects.SHARED, ">"),
                SiteSubjects.subjectOf(SiteSubjects.BOXES, box),
                SiteSubjects.log(box),
                "$JS.API.INFO",
                "$JS.FC.>",
                "$JS.ACK.>");
        Stream<String> reading = STREAMS.stream()
                .flatMap(stream -> Stream.of(
                        "$JS.API.STREAM.INFO." + stream,
                        "$JS.API.STREAM.MSG.GET." + stream,
                        "$JS.API.DIRECT.GET." + stream,
                        "$JS.API.DIRECT.GET." + stream + ".>",
                        "$JS.API.CONSUMER.CREATE." + stream,
                        "$JS.API.CONSUMER.CREATE." + stream + ".>",
                        "$JS.API.CONSUMER.INFO." + stream + ".>",
                        "$JS.API.CONSUMER.DELETE." + stream + ".>"));
        Stream<String> founding = founder
                ? Stream.concat(
                        STREAMS.stream().map(stream -> "$JS.API.STREAM.CREATE." + stream),
                        Stream.of(Invitation.inboxOfJoiner("*")))
                : Stream.empty();
        return new BoxPermissions(
                Stream.of(publish, reading, founding).flatMap(each -> each).toList(),
                founder ? List.of(inbox(box) + ".>", Invitation.subject("*")) : List.of(inbox(box) + ".>"));
    }

    /** Of somebody who has an invitation: they may ask, and hear the answer. */
    static BoxPermissions toJoin(String invitation) {
        return new BoxPermissions(
                List.of(Invitation.subject(invitation)), List.of(Invitation.inboxOfJoiner(invitation)));
    }

    /** Where a box hears answers; nobody else may listen there. */
    static String inbox(String box) {
        return "_INBOX_" + box;
    }

    void write(ObjectNode claim) {
        add(claim.putObject("pub").putArray("allow"), publish);
        add(claim.putObject("sub").putArray("allow"), subscribe);
    }

    private static void add(ArrayNode array, List<String> subjects) {
        subjects.forEach(array::add);
    }
}
