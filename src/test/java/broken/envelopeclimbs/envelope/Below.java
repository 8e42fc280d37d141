package broken.envelopeclimbs.envelope;

/** Breaks a wall, to prove that it stands. */
public class Below {
    broken.envelopeclimbs.ledger.Above wrong;
}
