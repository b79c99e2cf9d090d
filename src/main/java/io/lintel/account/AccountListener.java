package io.lintel.account;

/** Writes {@link AccountEvent}s down. Called after the change is durable; an exception reaches whoever asked for it. */
@FunctionalInterface
public interface AccountListener {

    void on(AccountEvent event);
}
