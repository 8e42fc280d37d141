package org.sealpost.delivery;

import java.util.List;

/** What those who look after the gateway should know beside what is not delivered. Safe to share between threads. */
@FunctionalInterface
public interface Warnings {
    /** Plain English, each a sentence that says what to do, without any content; empty where all is well. */
    List<String> now();
}
