package org.sealpost.demo;

/** The example account of the example configuration. */
final class DemoAccount {
    static final String NAME = "worker@example-agency.example";
    static final String PASSWORD = "example-only";

    private DemoAccount() {}
}
