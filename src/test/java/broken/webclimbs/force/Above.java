package broken.webclimbs.force;

/** Breaks a wall, to prove that it stands. */
public class Above {}
