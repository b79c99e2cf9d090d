/** Many doors: what the boxes of a site share through NATS JetStream, and how a box joins and leaves. */
@NullMarked
package io.lintel.site;

import org.jspecify.annotations.NullMarked;
