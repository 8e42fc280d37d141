package broken.envelopeclimbs.ledger;

/** Breaks a wall, to prove that it stands. */
public class Above {}
