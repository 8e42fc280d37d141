package broken.ledgerclimbs.delivery;

/** Breaks a wall, to prove that it stands. */
public class Above {}
