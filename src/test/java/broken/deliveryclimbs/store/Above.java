package broken.deliveryclimbs.store;

/** Breaks a wall, to prove that it stands. */
public class Above {}
