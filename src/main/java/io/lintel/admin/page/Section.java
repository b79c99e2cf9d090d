package io.lintel.admin.page;

/** The areas of the admin page, in the order of the menu. The icon is the symbol of the same name in assets/icons.svg. */
public enum Section {
    /** What happens at the door now. */
    NOW("Now", "/admin/now", true),
    /** Who is enrolled. */
    PEOPLE("People", "/admin/people", false),
    /** Groups, weekly periods and holidays. */
    SCHEDULES("Schedules", "/admin/schedules", true),
    /** Verify, identify and compare. */
    PROBE("Check a face", "/admin/identify", true),
    /** What happened. */
    LOG("Log", "/admin/log", true),
    /** Threshold and liveness, from measurements. */
    TUNING("Tuning", "/admin/tuning", true),
    /** How this box works. */
    SETTINGS("Settings", "/admin/settings", false),
    /** Who may sign in, people and programs. */
    ACCOUNTS("Accounts", "/admin/accounts", false),
    /** One's own password and sessions; reached by one's name. */
    ME("Your account", "/admin/me", false);

    private final String title;
    private final String path;
    private final boolean inMenu;

    Section(String title, String path, boolean inMenu) {
        this.title = title;
        this.path = path;
        this.inMenu = inMenu;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    public boolean isInMenu() {
        return inMenu;
    }

    public String icon() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
