package broken.identityclimbs.delivery;

/** Breaks a wall, to prove that it stands. */
public class Above {}
