package org.sealpost.channel.mail;

/** Where a letter goes that has been decided on. */
public sealed interface Filing {
    LetterId letter();

    /** It is in custody, or held back, which is custody too. */
    record Handled(LetterId letter) implements Filing {}

    /** It was turned away, so somebody should look at it. */
    record NeedsAPerson(LetterId letter) implements Filing {}
}
