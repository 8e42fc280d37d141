package org.sealpost;

/** The one line that says that the gateway is ready. */
record Ready(String sentence) {}
