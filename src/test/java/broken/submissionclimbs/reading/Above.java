package broken.submissionclimbs.reading;

/** Breaks a wall, to prove that it stands. */
public class Above {}
