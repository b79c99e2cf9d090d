package io.lintel.admin.page;

import io.lintel.account.Role;

/** The areas of the admin page, in the order of the menu. The icon is the symbol of the same name in assets/icons.svg. */
public enum Section {
    /** From the first account to a working door; in the menu only until all is done. */
    FIRST_STEPS("First steps", "/admin/first-steps", true),
    /** What happens at the door now. */
    NOW("Now", "/admin/now", true),
    /** What somebody has to look into. */
    ALARMS("Alarms", "/admin/alarms", true),
    /** Who is enrolled. */
    PEOPLE("People", "/admin/people", true),
    /** Groups, weekly periods and holidays. */
    SCHEDULES("Schedules", "/admin/schedules", true),
    /** Verify, identify and compare. */
    PROBE("Check a face", "/admin/identify", true),
    /** What happened. */
    LOG("Log", "/admin/log", true),
    /** Threshold and liveness, from measurements. */
    TUNING("Tuning", "/admin/tuning", true),
    /** How this box works. */
    SETTINGS("Settings", "/admin/settings", true),
    /** Who may sign in, people and programs. */
    ACCOUNTS("Accounts", "/admin/accounts", true),
    /** Version, health, certificate, backups. */
    THIS_BOX("This box", "/admin/box", true),
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

    /** Accounts are an admin's business alone, and looking faces up is none of an auditor's. */
    public boolean isFor(Role role) {
        return switch (this) {
            case ACCOUNTS, FIRST_STEPS, THIS_BOX -> role == Role.ADMIN;
            case PROBE -> role != Role.AUDITOR;
            default -> true;
        };
    }

    public String icon() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
