package broken.readingclimbs.envelope;

/** Breaks a wall, to prove that it stands. */
public class Above {}
