/** Journeys of people through the pages, in a real Chromium, on the packaged program (JVM or native). */
package io.lintel.browser;
