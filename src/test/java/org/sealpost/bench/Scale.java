package org.sealpost.bench;

/** How much is done; the quick one is for a look, its figures are rough. */
record Scale(boolean quick) {
    int of(int full, int quickly) {
        return quick ? quickly : full;
    }
}
