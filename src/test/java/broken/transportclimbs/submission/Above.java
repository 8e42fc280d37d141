package broken.transportclimbs.submission;

/** Breaks a wall, to prove that it stands. */
public class Above {}
