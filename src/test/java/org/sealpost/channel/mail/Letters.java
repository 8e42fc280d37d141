package org.sealpost.channel.mail;

/** Invented letters. */
final class Letters {
    static final String ID_OF_FIRST = "<letter.1@agency.example>";

    private Letters() {}

    /** A plain letter, ready for more text. */
    static String from(String from) {
        return "Return-Path: <envelope@agency.example>\r\nFrom: " + from + "\r\nTo: " + MailServers.ADDRESS
                + "\r\nMessage-ID: " + ID_OF_FIRST + "\r\nSubject: form\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain\r\n\r\n";
    }
}
