package io.lintel.browser;

/** Through what people look at a page. */
public enum BrowserWindow {
    DESKTOP(1280, 800),
    PHONE(390, 844),
    /** The 7-inch panel on the wall. */
    PANEL(800, 480);

    final int width;
    final int height;

    BrowserWindow(int width, int height) {
        this.width = width;
        this.height = height;
    }

    static BrowserWindow of(int width) {
        for (BrowserWindow window : values()) {
            if (window.width == width) {
                return window;
            }
        }
        throw new IllegalArgumentException("no window is " + width + " pixels wide");
    }
}
