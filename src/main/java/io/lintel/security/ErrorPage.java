package io.lintel.security;

/** An error as a page for people. */
public interface ErrorPage {

    String of(int status, String title, String detail, String remedy);

    /** To somebody who is not signed in any more. @param next the path of the page that they came from; empty where it is not known */
    String signedOut(String next);
}
