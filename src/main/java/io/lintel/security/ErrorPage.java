package io.lintel.security;

/** An error as a page for people. */
public interface ErrorPage {

    String of(int status, String title, String detail, String remedy);
}
